/** The settings of mail, and the mails that wait. */
package io.roster.console.mail;
