/** What Okta asks as an inline hook, over HTTP. */
package io.roster.hooks;
