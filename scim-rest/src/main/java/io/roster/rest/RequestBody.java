package io.roster.rest;

import io.roster.scim.bulk.BulkRequest;
import io.roster.scim.protocol.ScimException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Reads request bodies, up to a limit. */
final class RequestBody {

    /** Enough to replace the members of a group of 70,000. */
    static final int LARGEST = 8 * 1024 * 1024;

    private RequestBody() {}

    static byte[] bytes(InputStream stream, HttpHeaders headers) {
        return bytes(
                stream,
                headers,
                LARGEST,
                "The request body is larger than " + LARGEST
                        + " bytes. Send members in several PATCH requests instead of one.");
    }

    static byte[] bulkBytes(InputStream stream, HttpHeaders headers) {
        return bytes(
                stream,
                headers,
                BulkRequest.MAX_PAYLOAD_SIZE,
                "The bulk request is larger than maxPayloadSize (" + BulkRequest.MAX_PAYLOAD_SIZE
                        + " bytes). Nothing was done. Send its operations in several requests.");
    }

    private static byte[] bytes(InputStream stream, HttpHeaders headers, int largest, String refusal) {
        // A length that is said is refused before the first byte of it is read.
        if (headers.getLength() > largest) {
            throw ScimException.payloadTooLarge(refusal);
        }
        try {
            byte[] bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw ScimException.payloadTooLarge(refusal);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Charset charset(HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        String name = type == null ? null : type.getParameters().get("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ScimException.unsupportedMediaType(
                    "The charset of the request body is not known here. Send UTF-8, and say so or say nothing.");
        }
    }
}
