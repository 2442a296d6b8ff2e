package io.roster.okta.simulator.fault;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Random;

/**
 * When something goes wrong.
 *
 * @param fault what
 * @param method of requests with this method, any where empty
 * @param path of requests whose path begins with this
 * @param probability with how many of them, above 0 and at most 1; which ones is decided by {@code seed}
 * @param count how often at most
 * @param seed the same seed chooses the same requests
 * @param skip how many of those requests pass before
 */
public record FaultRule(Fault fault, String method, String path, double probability, int count, long seed, int skip) {

    /** Checks the ranges. */
    public FaultRule {
        if (!(probability > 0 && probability <= 1) || count < 1 || skip < 0) {
            throw new IllegalArgumentException(
                    "A fault needs a probability above 0 and at most 1, a count of at least 1 and no fewer than 0 to skip");
        }
    }

    /** With every request. */
    public static FaultRule always(Fault fault) {
        return new FaultRule(fault, "", "/", 1, Integer.MAX_VALUE, 0, 0);
    }

    /** With the next {@code count} requests. */
    public static FaultRule next(int count, Fault fault) {
        return new FaultRule(fault, "", "/", 1, count, 0, 0);
    }

    /** With some requests, chosen by a random of this seed. */
    public static FaultRule sometimes(double probability, long seed, Fault fault) {
        return new FaultRule(fault, "", "/", probability, Integer.MAX_VALUE, seed, 0);
    }

    /** The same, only for requests of this method whose path begins so; an empty method means any. */
    public FaultRule on(String otherMethod, String otherPath) {
        return new FaultRule(fault, otherMethod, otherPath, probability, count, seed, skip);
    }

    /** The same, after this many requests that it would meet have passed. */
    public FaultRule after(int requests) {
        return new FaultRule(fault, method, path, probability, count, seed, requests);
    }

    /** Reads {@code {"fault":"cut_after","method":"POST","path":"/api/v1/users","probability":0.1,"count":5,"seed":7,"skip":40}}. */
    public static FaultRule of(JsonObject json) {
        return new FaultRule(
                Fault.valueOf(json.getString("fault", "").toUpperCase(Locale.ROOT)),
                json.getString("method", ""),
                json.getString("path", "/"),
                json.containsKey("probability")
                        ? json.getJsonNumber("probability").doubleValue()
                        : 1,
                json.getInt("count", Integer.MAX_VALUE),
                json.getInt("seed", 1),
                json.getInt("skip", 0));
    }

    /** As {@link #of(JsonObject)} reads it. */
    public JsonObject toJson() {
        return Json.object()
                .add("fault", fault.name().toLowerCase(Locale.ROOT))
                .add("method", method)
                .add("path", path)
                .add("probability", probability)
                .add("count", count)
                .add("seed", seed)
                .add("skip", skip)
                .build();
    }

    Armed armed() {
        return new Armed(this);
    }

    /** A rule with what is left of it. */
    static final class Armed {
        private final FaultRule rule;
        private final Random random;
        private int left;
        private int toSkip;

        private Armed(FaultRule rule) {
            this.rule = rule;
            this.random = new Random(rule.seed);
            this.left = rule.count;
            this.toSkip = rule.skip;
        }

        FaultRule rule() {
            return rule;
        }

        synchronized boolean strikes(ApiRequest request) {
            boolean meant = (rule.method.isEmpty() || rule.method.equals(request.method()))
                    && request.path().startsWith(rule.path);
            if (!meant || left == 0 || rule.probability < 1 && random.nextDouble() >= rule.probability) {
                return false;
            }
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            left--;
            return true;
        }
    }
}
