/** The list of people and the page of one person. */
package io.roster.console.people;
