/** Seats of licences: how many are used, by whom, and the groups that have them. */
package io.roster.console.licenses;
