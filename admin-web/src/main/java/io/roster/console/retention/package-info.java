/** How long people who are deactivated, and what is left of what was deleted, are kept. */
package io.roster.console.retention;
