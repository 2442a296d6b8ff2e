package io.roster.telephony;

/** A kind of telephony service that a person can have. */
public enum ServiceKind {
    /** A phone number of the pool; one a person. */
    NUMBER,
    /** An extension out of a range; one a person. */
    EXTENSION,
    /** A seat of a licence type; one of each type a person. */
    LICENSE;

    /** Its kind of pool; none for licences. */
    PoolKind pool() {
        return PoolKind.valueOf(name());
    }
}
