package io.roster.scim.bulk;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A bulk request (RFC 7644 section 3.7).
 *
 * @param failOnErrors after how many failed operations no further one is tried; {@link Integer#MAX_VALUE} for no limit
 * @param operations in the client's order
 */
public record BulkRequest(int failOnErrors, List<BulkOperation> operations) {

    /** The schema of a bulk request. */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /** Most operations in one request; so many creations end long before a client's patience does. */
    public static final int MAX_OPERATIONS = 1000;

    /** Largest request, in bytes: {@value #MAX_OPERATIONS} people of a kilobyte each. */
    public static final int MAX_PAYLOAD_SIZE = 1_048_576;

    /**
     * Reads a BulkRequest message. What is wrong with a single operation is kept in it.
     *
     * @throws ScimException 400 invalidSyntax for another structure, invalidValue for a failOnErrors that is no whole
     *     number from 1 up, 413 for more than {@value #MAX_OPERATIONS} operations
     */
    public static BulkRequest parse(JsonObject body) {
        requireSchema(JsonObjects.member(body, "schemas"));
        var failOnErrors = failOnErrors(JsonObjects.member(body, "failOnErrors"));
        if (!(JsonObjects.member(body, "Operations") instanceof JsonArray array) || array.isEmpty()) {
            throw ScimException.invalidSyntax("\"Operations\" must be a list with at least one operation.");
        }
        if (array.size() > MAX_OPERATIONS) {
            throw ScimException.payloadTooLarge("The bulk request has " + array.size()
                    + " operations, more than maxOperations (" + MAX_OPERATIONS
                    + "). Nothing was done. Send them in several requests.");
        }
        var bulkIds = new HashSet<String>();
        var operations = new ArrayList<BulkOperation>(array.size());
        for (var element : array) {
            if (!(element instanceof JsonObject object)) {
                throw ScimException.invalidSyntax("Each of the \"Operations\" must be an object, in braces, but number "
                        + (operations.size() + 1) + " is " + Excerpt.of(element.toString()) + ".");
            }
            operations.add(unique(OperationReader.read(object), bulkIds));
        }
        return new BulkRequest(failOnErrors, operations);
    }

    private static BulkOperation unique(BulkOperation operation, HashSet<String> bulkIds) {
        if (!operation.isNamedCreation() || bulkIds.add(operation.bulkId()) || operation.problem() != null) {
            return operation;
        }
        return operation.with(ScimException.invalidValue("The bulkId \"" + Excerpt.of(operation.bulkId())
                + "\" belongs to an earlier POST operation of the request. Give each its own."));
    }

    private static int failOnErrors(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return Integer.MAX_VALUE;
        }
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().signum() > 0) {
            return number.bigIntegerValue()
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .intValue();
        }
        throw ScimException.invalidValue("\"failOnErrors\" must be a whole number from 1 up, but it is "
                + Excerpt.of(value.toString()) + ". Leave it out to have every operation tried.");
    }

    private static void requireSchema(JsonValue schemas) {
        if (!(schemas instanceof JsonArray urns)
                || urns.stream()
                        .noneMatch(urn -> urn instanceof JsonString text && URN.equalsIgnoreCase(text.getString()))) {
            throw ScimException.invalidSyntax("The body of a bulk request needs \"schemas\": [\"" + URN + "\"].");
        }
    }
}
