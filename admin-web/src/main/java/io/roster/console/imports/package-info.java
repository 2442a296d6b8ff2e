/** The import from Okta: what it found, its runs, and what is decided about them. */
package io.roster.console.imports;
