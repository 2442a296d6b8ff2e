package io.roster.okta.simulator.jwt;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** Keys of RFC 7518 section 6 and the signatures of its section 3.1 that Okta takes. */
public final class PublicKeys {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "RS384", "SHA384withRSA",
            "RS512", "SHA512withRSA",
            "ES256", "SHA256withECDSAinP1363Format",
            "ES384", "SHA384withECDSAinP1363Format",
            "ES512", "SHA512withECDSAinP1363Format");
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private PublicKeys() {}

    /** Whether Okta takes this algorithm. */
    public static boolean knows(String algorithm) {
        return ALGORITHMS.containsKey(algorithm);
    }

    /** Whether {@code signature} is this key's, of this text. */
    public static boolean verify(JsonObject key, String algorithm, byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHMS.get(algorithm));
            check.initVerify(of(key));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
            // A key of another kind, or one that lacks a part: it did not sign this.
            return false;
        }
    }

    private static PublicKey of(JsonObject key) throws GeneralSecurityException {
        if (key.getString("kty").equals("RSA")) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec(CURVES.get(key.getString("crv"))));
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonObject key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(name)));
    }
}
