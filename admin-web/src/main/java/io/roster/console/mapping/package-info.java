/** Pages of how imports go about it: schedule, username, matching, safeguards and attribute mappings, with a try-out. */
package io.roster.console.mapping;
