package io.roster.system;

/** Request bodies as Okta sends them. */
public final class Samples {
    public static final String USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String ENTERPRISE_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String TELEPHONY_SCHEMA = "urn:roster:scim:schemas:extension:telephony:2.0:User";

    private Samples() {}

    /** Okta's POST of a person. */
    public static String user(String userName) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"%1$s",
                 "name":{"givenName":"Ada","familyName":"Park"},
                 "emails":[{"primary":true,"value":"%1$s","type":"work"}],
                 "displayName":"Ada Park","locale":"en-US",
                 "externalId":"00u%2$s",
                 "groups":[],"password":"1mz050nq","active":true}""".formatted(userName, userName.hashCode() & 0xffffff);
    }

    /** A person with some more attributes, given as members of the JSON object. */
    public static String user(String userName, String members) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",%s}""".formatted(userName, members);
    }

    /** Okta's POST of a group, with members by id. */
    public static String group(String displayName, String... memberIds) {
        StringBuilder members = new StringBuilder();
        for (String id : memberIds) {
            members.append(members.isEmpty() ? "" : ",")
                    .append("{\"value\":\"")
                    .append(id)
                    .append("\"}");
        }
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":[%s]}""".formatted(displayName, members);
    }
}
