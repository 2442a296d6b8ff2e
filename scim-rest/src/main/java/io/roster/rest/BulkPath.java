package io.roster.rest;

/**
 * The path of an operation.
 *
 * @param endpoint the first segment; empty where there is none
 * @param id all that follows; empty where nothing does
 */
record BulkPath(String endpoint, String id) {

    /** @param path begins with a slash, or is {@code null} */
    static BulkPath of(String path) {
        if (path == null) {
            return new BulkPath("", "");
        }
        int slash = path.indexOf('/', 1);
        return slash < 0
                ? new BulkPath(path.substring(1), "")
                : new BulkPath(path.substring(1, slash), path.substring(slash + 1));
    }

    /** Whether it is the alias of the person to whom the caller's token belongs (RFC 7644 section 3.11). */
    boolean isMe() {
        return endpoint.equals("Me") && id.isEmpty();
    }
}
