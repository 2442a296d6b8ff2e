/** Phone numbers and extensions: lists, one of them with who has it, and how they come into the pool. */
package io.roster.console.numbers;
