package io.roster.system.scim;

import io.roster.system.Answer;
import io.roster.system.Samples;
import jakarta.json.JsonObject;
import java.util.List;

/** Bulk requests, and what their answers say of each operation. */
final class Bulk {
    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private Bulk() {}

    static String request(String... operations) {
        return "{\"schemas\":[\"%s\"],\"Operations\":[%s]}".formatted(URN, String.join(",", operations));
    }

    static String request(int failOnErrors, String... operations) {
        return "{\"schemas\":[\"%s\"],\"failOnErrors\":%d,\"Operations\":[%s]}"
                .formatted(URN, failOnErrors, String.join(",", operations));
    }

    static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}".formatted(path, bulkId, data);
    }

    static String put(String path, String data) {
        return "{\"method\":\"PUT\",\"path\":\"%s\",\"data\":%s}".formatted(path, data);
    }

    /** With the operations of a PatchOp message. */
    static String patch(String path, String operations) {
        return """
                {"method":"PATCH","path":"%s","data":{
                 "schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}}""".formatted(path, operations);
    }

    static String delete(String path) {
        return "{\"method\":\"DELETE\",\"path\":\"%s\"}".formatted(path);
    }

    static String user(String bulkId, String userName) {
        return post("/Users", bulkId, Samples.user(userName));
    }

    static List<JsonObject> results(Answer answer) {
        return answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class);
    }

    static List<String> statuses(Answer answer) {
        return results(answer).stream()
                .map(result -> result.getString("status"))
                .toList();
    }

    /** The id of the resource that an operation was about. */
    static String id(Answer answer, int operation) {
        String location = answer.at("/Operations/" + operation + "/location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
