/** What was done to whom, by whom and with what outcome: one event for each provisioning request. */
package io.roster.audit;
