package io.roster.settings;

/**
 * A setting, or what it points to, with which Roster must not start. The message is one sentence for an operator: it
 * names the variable, what is wrong with its value and what is allowed, and it never contains a secret.
 */
public class RefusedSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedSetting(String sentence) {
        super(sentence);
    }

    public RefusedSetting(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
