/** Okta's REST API, as sync-back and the import use it. Knows nothing of jobs and queues. */
package io.roster.syncback.okta;
