package io.roster.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Request bodies as Okta writes them. */
final class Bodies {
    private Bodies() {}

    static String user(String userName, String givenName, String familyName, String externalId) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"userName":"%1$s",\
                "name":{"givenName":"%2$s","familyName":"%3$s"},\
                "emails":[{"primary":true,"value":"%1$s","type":"work"}],"displayName":"%2$s %3$s","locale":"en-US",\
                "title":"Engineer","phoneNumbers":[{"value":"+1 415 555 0137","type":"work","primary":true}],\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"%4$s",\
                "department":"Operations","organization":"Acme"},"externalId":"%4$s","groups":[],"active":true}""".formatted(userName, givenName, familyName, externalId);
    }

    static String active(boolean active) {
        return patch("{\"op\":\"replace\",\"value\":{\"active\":" + active + "}}");
    }

    static String addMembers(List<String> ids) {
        return patch(ids.stream()
                .map(id -> "{\"value\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"op\":\"add\",\"path\":\"members\",\"value\":[", "]}")));
    }

    static String removeMember(String id) {
        return patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}");
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }
}
