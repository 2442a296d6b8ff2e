package io.roster.console.access;

/** Where to go after signing in: a page of the console and nothing else, whatever the address asked for. */
final class ReturnPath {

    static final String DEFAULT = "/people";

    private ReturnPath() {}

    /**
     * @param asked a path within the console with its query, as the sign-in page's address has it; may be {@code null}
     * @return that path, or the first page where it could lead a browser anywhere else
     */
    static String of(String asked) {
        boolean local = asked != null
                && asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
                && !asked.startsWith("/sign-");
        return local ? asked : DEFAULT;
    }
}
