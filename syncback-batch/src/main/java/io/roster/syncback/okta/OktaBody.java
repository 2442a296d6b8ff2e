package io.roster.syncback.okta;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the body of an answer, to a limit: a proxy on the way may send anything. */
final class OktaBody {

    /** A page of 500 users has some megabytes, more where an org has added hundreds of attributes. */
    private static final int MOST_BYTES = 32_000_000;

    private OktaBody() {}

    /**
     * @throws IOException when the connection is cut, or there is no end
     */
    static String read(Response response) throws IOException {
        if (!response.hasEntity()) {
            return "";
        }
        try (InputStream body = response.readEntity(InputStream.class)) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            if (body.read() >= 0) {
                throw new IOException("The answer has more than " + MOST_BYTES + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static String readOrEmpty(Response response) {
        try {
            return read(response);
        } catch (IOException | ProcessingException | IllegalStateException e) {
            // the status is what counts
            return "";
        }
    }
}
