/**
 * Okta's import inline hook ({@code com.okta.import.transform}): as Okta imports people from Roster, it asks Roster about
 * each what is to become of them.
 */
package io.roster.hook;
