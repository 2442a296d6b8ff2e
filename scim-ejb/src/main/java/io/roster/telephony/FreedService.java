package io.roster.telephony;

/**
 * A service that somebody who left had.
 *
 * @param kind which kind
 * @param subject the number in E.164 form, the extension, or the id of the licence type
 */
public record FreedService(ServiceKind kind, String subject) {}
