/** Events as pages list them: what a run did, and who changed settings. */
package io.roster.console.history;
