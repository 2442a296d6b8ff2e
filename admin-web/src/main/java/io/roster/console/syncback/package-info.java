/** Sync-back: its queue, its runs and its rules. */
package io.roster.console.syncback;
