/** Who may use Roster: API tokens for provisioning, administrators for the console. */
package io.roster.access;
