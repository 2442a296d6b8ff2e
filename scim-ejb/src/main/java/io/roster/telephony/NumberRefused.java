package io.roster.telephony;

import jakarta.ejb.ApplicationException;

/** What an administrator asked for about phone numbers and extensions, and what is not done. Nothing is changed. */
@ApplicationException(rollback = true)
public final class NumberRefused extends WordedRefusal {

    private static final long serialVersionUID = 1L;

    /** Why it was refused; each says in which order {@link #values()} fill the gaps of its sentence. */
    public enum Reason {
        /** The text is no phone number: the text. */
        NOT_A_NUMBER,
        /** A number in national form, and no country was chosen: the number. */
        NO_COUNTRY,
        /** No country has the code that the number begins with: the number. */
        NO_SUCH_COUNTRY,
        /** The number has too few digits: the number. */
        TOO_SHORT,
        /** The number has too many digits: the number. */
        TOO_LONG,
        /** No such number is handed out where it would belong to; it can be added all the same: the number. */
        NOT_IN_PLAN,
        /** An extension follows the number: the number. */
        HAS_EXTENSION,
        /** A spreadsheet has shortened the number to powers of ten: the text. */
        SPREADSHEET,
        /** The first and the last number differ in length or country: first, last. */
        RANGE_FORM,
        /** The last number comes before the first: first, last. */
        RANGE_ORDER,
        /** More numbers than can be added at once: how many, the most. */
        RANGE_SIZE,
        /** The same number stands further up in the file: the number, its line. */
        TWICE,
        /** It is in the pool already: the number. */
        IN_POOL,
        /** The file holds more numbers than can be added at once: the most. */
        FILE_SIZE,
        /** What was to be confirmed is not there any more, or somebody has confirmed it. */
        UPLOAD_GONE,
        /** It is not in the pool: the number or extension. */
        UNKNOWN,
        /** Somebody has it: the number or extension. */
        TAKEN,
        /** It rests: the number or extension, until when. */
        RESTING,
        /** None is free where one was asked for. */
        NONE_FREE,
        /** There is no such person. */
        NO_PERSON,
        /** The person is deactivated: what to call the person. */
        INACTIVE,
        /** The person has one already: what to call the person, the number or extension. */
        HAS_ONE,
        /** A rest of so many days is not possible: the most. */
        REST_DAYS,
        /** The range has no name, or one of more than 100 characters. */
        NAME,
        /** First and last are not two to ten digits, as many in both. */
        DIGITS,
        /** The last extension comes before the first: first, last. */
        EXTENSION_ORDER,
        /** More extensions than a range can have: how many, the most. */
        EXTENSION_SIZE,
        /** Another range has some of these extensions: its name, first, last. */
        OVERLAP,
        /** Extensions that would go are assigned: how many. */
        IN_USE,
        /** Somebody else has changed the range since it was read. */
        CHANGED,
        /** Somebody else has deleted the range. */
        GONE
    }

    private final Reason reason;

    NumberRefused(Reason reason, Object... values) {
        super(reason, values);
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
