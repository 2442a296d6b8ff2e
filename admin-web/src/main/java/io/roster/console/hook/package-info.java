/** How Okta's import inline hook is answered. */
package io.roster.console.hook;
