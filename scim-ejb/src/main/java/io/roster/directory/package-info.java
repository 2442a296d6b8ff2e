/** The directory as a whole: what concerns resources of every type at once. */
package io.roster.directory;
