/** Licences, phone numbers and extensions, and who has them. */
package io.roster.telephony;
