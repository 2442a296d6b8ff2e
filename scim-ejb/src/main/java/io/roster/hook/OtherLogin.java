package io.roster.hook;

/**
 * A login for somebody whose own is taken in Okta: with the employee number, or with the end of the SCIM id where there is
 * none. Not a counter: it may be taken too, and Roster cannot see that.
 */
final class OtherLogin {

    /** Okta's limit (user-profile constraints). */
    private static final int LONGEST = 100;

    private static final int TAIL = 6;

    private OtherLogin() {}

    static String of(HookRequest request, KnownPerson known) {
        String login = request.ofUser("login");
        int at = login.lastIndexOf('@');
        String local = at < 0 ? login : login.substring(0, at);
        String domain = at < 0 ? "" : login.substring(at);
        String mark = "." + mark(request, known);
        int room = Math.max(1, LONGEST - domain.length() - mark.length());
        return (local.length() > room ? local.substring(0, room) : local) + mark + domain;
    }

    private static String mark(HookRequest request, KnownPerson known) {
        String employee = request.ofUser("employeeNumber");
        String clean = employee == null ? "" : employee.replaceAll("[^A-Za-z0-9-]", "");
        if (!clean.isEmpty()) {
            return clean;
        }
        String id = known == null ? String.valueOf(request.eventId()) : known.id();
        return id.substring(Math.max(0, id.length() - TAIL)).toLowerCase(java.util.Locale.ROOT);
    }
}
