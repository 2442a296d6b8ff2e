/** Pages of the connection to Okta. */
package io.roster.console.okta;
