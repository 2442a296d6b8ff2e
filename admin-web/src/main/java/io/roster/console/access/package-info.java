/** Signing in and out, and the API tokens. */
package io.roster.console.access;
