/** How Okta, the app and Roster differ, person by person and group by group; and what mends it. */
package io.roster.drift;
