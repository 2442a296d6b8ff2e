/**
 * The connection to Okta: where the org is, how Roster signs in there, which of Okta's attributes get the extension and the
 * number. Optional: nothing but sync-back needs it. What calls Okta is {@code io.roster.syncback.okta}.
 */
package io.roster.okta;
