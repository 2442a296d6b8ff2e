/** A person's services, what becomes of them, and work on those of many people. */
package io.roster.console.services;
