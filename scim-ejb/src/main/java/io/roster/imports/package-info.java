/**
 * Import from Okta: Roster reads there who is assigned and brings itself in line. A run of the job {@code okta-import}
 * fetches, matches what it fetched with the people and groups that are here, checks how many would be deactivated, and
 * applies what is confirmed.
 */
package io.roster.imports;
