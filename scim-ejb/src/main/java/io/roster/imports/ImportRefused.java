package io.roster.imports;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/** Settings or mappings of the import that cannot be saved or used as they are. Nothing is changed. */
@ApplicationException(rollback = true)
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No attribute is named, or none that people have: what was named. */
        ATTRIBUTE_UNKNOWN("%s is not an attribute of people"),
        /** Roster, Okta or another setting decides on this attribute: its name. */
        ATTRIBUTE_RESERVED("%s cannot be mapped"),
        /** The attribute has several values or parts, of which one must be named: its name, such a name. */
        ATTRIBUTE_PARTS("%s has several values or parts; name one of them, such as %s"),
        /** What is between the brackets is more than one attribute eq a value: what was named. */
        ATTRIBUTE_FILTER("%s must select by one comparison, such as [type eq \"work\"]"),
        /** The expression is none; the cause says why. The attribute that it is for. */
        EXPRESSION("The expression for %s cannot be used"),
        /** The attribute has a mapping already: its name. */
        ATTRIBUTE_TWICE("%s has a mapping already"),
        /** More mappings than there may be: the most. */
        MAPPINGS_MANY("There are %s mappings already, and more are not kept"),
        /** The mapping was removed meanwhile: its attribute. */
        MAPPING_GONE("%s has no mapping any more"),
        /** People are matched by the attribute, so that its mapping cannot go: its name. */
        MAPPING_NEEDED("People are matched by %s; untick it there first"),
        /** What is typed is no id of an app. */
        APP_ID("\"%s\" is no id of an app in Okta"),
        /** Imports cannot run by themselves without an app. */
        APP_MISSING("Without the app's id nothing can be imported"),
        /** No UNIX cron expression: what was typed, what the reader of such expressions says. */
        CRON("\"%s\" is no UNIX cron expression of five fields: %s"),
        /** A time that never comes: what was typed. */
        CRON_NEVER("\"%s\" names a time that never comes"),
        /** Everything would be read more often than changes. */
        CRON_ORDER("The full import would come more often than the incremental one"),
        /** No such time zone: what was typed. */
        ZONE("\"%s\" is no time zone"),
        /** No attribute is ticked. */
        MATCH_NONE("Nobody can be matched by no attribute at all"),
        /** The attribute is not mapped, so that Okta has nothing to compare: its name. */
        MATCH_UNMAPPED("%s has no mapping"),
        /** No whole percentage: the least, the most. */
        THRESHOLD("A threshold is a whole number from %s to %s, or empty for none"),
        /** Somebody else has saved since the page was read. */
        CHANGED_MEANWHILE("The settings were changed meanwhile");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final String field;
    private final transient List<String> values;

    ImportRefused(Reason reason, String field, Object... values) {
        this(reason, field, null, values);
    }

    ImportRefused(Reason reason, String field, Throwable cause, Object... values) {
        super(String.format(reason.sentence, values) + (cause == null ? "." : ": " + cause.getMessage()), cause);
        this.reason = reason;
        this.field = field;
        this.values = Arrays.stream(values).map(String::valueOf).toList();
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the input that it is about; null for none} */
    public String field() {
        return field;
    }

    /** {@return what the reason's sentence names} */
    public List<String> values() {
        return values == null ? List.of() : values;
    }
}
