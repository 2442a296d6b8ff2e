/** Okta's REST API, as sync-back uses it. Knows nothing of jobs and queues. */
package io.roster.syncback.okta;
