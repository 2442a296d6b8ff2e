package io.roster.telephony;

import java.util.List;
import java.util.Optional;

/** What bulk work does: something to each person of a selection, or additions to the pool of numbers. */
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
    RELEASE_LICENSE,
    /** Gives back the number that an earlier work has released, while nobody else has it. */
    GIVE_BACK_NUMBER,
    /** Gives back the extension that an earlier work has released, while nobody else has it. */
    GIVE_BACK_EXTENSION,
    /** Adds numbers to the pool; there are no people. */
    ADD_NUMBERS,
    /** Deletes who is deactivated, with all services; whoever is active stays. */
    REMOVE_PERSON;

    /** What can be chosen for a selection of people. */
    public static final List<BulkAction> CHOICES = List.of(
            ASSIGN_NUMBER,
            ASSIGN_EXTENSION,
            ASSIGN_LICENSE,
            RELEASE_NUMBER,
            RELEASE_EXTENSION,
            RELEASE_LICENSE,
            REMOVE_PERSON);

    /**
     * @return the kind of service that it is about
     * @throws IllegalStateException where it is about people themselves
     */
    public ServiceKind kind() {
        return switch (this) {
            case ASSIGN_NUMBER, RELEASE_NUMBER, GIVE_BACK_NUMBER, ADD_NUMBERS -> ServiceKind.NUMBER;
            case ASSIGN_EXTENSION, RELEASE_EXTENSION, GIVE_BACK_EXTENSION -> ServiceKind.EXTENSION;
            case ASSIGN_LICENSE, RELEASE_LICENSE -> ServiceKind.LICENSE;
            case REMOVE_PERSON -> throw new IllegalStateException("not about one kind of service");
        };
    }

    /** @return whether those who are deactivated are refused */
    public boolean assigns() {
        return this == ASSIGN_NUMBER || this == ASSIGN_EXTENSION || this == ASSIGN_LICENSE;
    }

    /** @return whether it needs a subject */
    public boolean hasSubject() {
        return assigns() || this == RELEASE_LICENSE;
    }

    /** @return whether it removes people, and not their services only */
    public boolean isRemoval() {
        return this == REMOVE_PERSON;
    }

    /** @return whether it is done to people */
    public boolean isOfPeople() {
        return this != ADD_NUMBERS;
    }

    /** @return what takes it back; empty where nothing does */
    public Optional<BulkAction> undo() {
        return switch (this) {
            case RELEASE_NUMBER -> Optional.of(GIVE_BACK_NUMBER);
            case RELEASE_EXTENSION -> Optional.of(GIVE_BACK_EXTENSION);
            case RELEASE_LICENSE -> Optional.of(ASSIGN_LICENSE);
            default -> Optional.empty();
        };
    }
}
