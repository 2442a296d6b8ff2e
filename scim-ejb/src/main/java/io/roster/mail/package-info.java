/**
 * Mail to administrators. A mail is put into the outbox in the transaction of what it tells about, and sent afterwards by one
 * of the servers, again and again while the mail server is away. What is sent by it knows this package; it knows none of that.
 */
package io.roster.mail;
