package io.roster.telephony;

/** What is done to each person of a selection. */
public enum BulkAction {
    /** Assigns the next free number that begins with the subject, a prefix in E.164 form. */
    ASSIGN_NUMBER,
    /** Assigns the next free extension of the range whose id is the subject. */
    ASSIGN_EXTENSION,
    /** Assigns the licence whose id is the subject. */
    ASSIGN_LICENSE,
    /** Releases the number. */
    RELEASE_NUMBER,
    /** Releases the extension. */
    RELEASE_EXTENSION,
    /** Releases the licence whose id is the subject. */
    RELEASE_LICENSE;

    /** @return the kind of service that it is about */
    public ServiceKind kind() {
        return switch (this) {
            case ASSIGN_NUMBER, RELEASE_NUMBER -> ServiceKind.NUMBER;
            case ASSIGN_EXTENSION, RELEASE_EXTENSION -> ServiceKind.EXTENSION;
            case ASSIGN_LICENSE, RELEASE_LICENSE -> ServiceKind.LICENSE;
        };
    }

    /** @return whether people have more afterwards, and not less */
    public boolean assigns() {
        return this == ASSIGN_NUMBER || this == ASSIGN_EXTENSION || this == ASSIGN_LICENSE;
    }

    /** @return whether it needs a subject */
    public boolean hasSubject() {
        return this != RELEASE_NUMBER && this != RELEASE_EXTENSION;
    }
}
