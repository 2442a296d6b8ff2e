/** The job that imports from Okta. */
package io.roster.syncback.imports;
