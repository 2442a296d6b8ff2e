/** Reads and changes single users and groups of Okta where they differ from Roster. */
package io.roster.syncback.drift;
