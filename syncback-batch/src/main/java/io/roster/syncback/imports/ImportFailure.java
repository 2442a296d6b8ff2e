package io.roster.syncback.imports;

/** The run ends: the message is a sentence for administrators. Nothing was applied. */
final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
