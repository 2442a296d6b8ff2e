package io.roster.telephony;

/** The two kinds of which a person has at most one each. */
public enum PoolKind {

    /** A phone number in E.164 form. */
    NUMBER("phone_number", "number"),

    /** An extension, which belongs to a range. */
    EXTENSION("extension_number", "extension");

    private final String table;
    private final String column;

    PoolKind(String table, String column) {
        this.table = table;
        this.column = column;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** What sorts behind everything that begins with a prefix: values have digits, and a plus sign in front, only. */
    static String end(String prefix) {
        return prefix + ':';
    }
}
