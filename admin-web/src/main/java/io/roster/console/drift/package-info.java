/** The pages of drift: how Okta, the app and Roster differ, and what mends it. */
package io.roster.console.drift;
