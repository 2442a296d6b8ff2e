package io.roster.telephony;

/** A CDI event, fired when other graces than before are stored: some of those who left may have had all of theirs. */
public record GraceChanged() {}
