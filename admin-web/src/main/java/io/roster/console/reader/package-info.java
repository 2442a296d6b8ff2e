/** Who reads a page, and how they like it: language, theme, time zone, who is signed in. */
package io.roster.console.reader;
