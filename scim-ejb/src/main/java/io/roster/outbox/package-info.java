/**
 * What waits to be written back to Okta: rows left by changes of telephony in the same transaction, what came of each
 * field, and the runs of the job that writes.
 */
package io.roster.outbox;
