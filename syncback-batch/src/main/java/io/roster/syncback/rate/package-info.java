/** How much of Okta's rate limit the job uses: pure, without a clock of its own. */
package io.roster.syncback.rate;
