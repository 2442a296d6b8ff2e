/** What people see when something goes wrong. */
package io.roster.console.error;
