package io.roster.scim.protocol;

import io.roster.scim.schema.DateTimes;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Pattern;

/** The forms that texts of some types must have (RFC 7643 sections 2.3.5 to 2.3.7 and 4.1.2). */
final class ValueFormats {

    /** xsd:dateTime, in which seconds cannot be left out, and a zone is Z or hours and minutes. */
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final byte DER_SEQUENCE = 0x30;

    private ValueFormats() {}

    static boolean isDateTime(String text) {
        return DATE_TIME.matcher(text).matches() && DateTimes.parse(text).isPresent();
    }

    /** Absolute or relative. Letters beyond ASCII may stand as they are, as browsers show them. */
    static boolean isReference(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isBinary(String text) {
        return decoded(text) != null;
    }

    /** One certificate, DER encoded, and nothing after it. */
    static boolean isCertificate(String text) {
        var bytes = decoded(text);
        if (bytes == null || bytes.length == 0 || bytes[0] != DER_SEQUENCE) {
            return false;
        }
        try {
            var in = new ByteArrayInputStream(bytes);
            CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** Either alphabet; padding may be missing; lines may be broken, as the examples of RFC 7643 section 8 have it. */
    private static byte[] decoded(String text) {
        var base64 = WHITE_SPACE.matcher(text).replaceAll("");
        var isUrlSafe = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0;
        try {
            return (isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
