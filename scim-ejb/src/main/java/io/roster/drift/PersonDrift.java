package io.roster.drift;

import io.roster.imports.ComparedField;
import io.roster.imports.ComparedUser;
import io.roster.imports.FetchedUser;
import io.roster.okta.OktaAttributes;
import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between a user of Okta, the app's part of them, and the person who is linked with them. Pure. */
final class PersonDrift {

    static final String ACTIVE = "active";
    static final String USER_NAME = "userName";

    /** One attribute of the user's profile or of the app's, as it is. */
    static final Pattern PLAIN = Pattern.compile("(user|appuser)\\.([A-Za-z][A-Za-z0-9_]*)");

    private static final String NUMBER = "phoneNumber";
    private static final String EXTENSION = "extension";
    private static final int NAME_LENGTH = 255;

    private final OktaAttributes written;

    /**
     * @param written which attributes sync-back writes; {@code null} while it is off
     */
    PersonDrift(OktaAttributes written) {
        this.written = written;
    }

    /** What differs; empty where nothing does. */
    Optional<Drift> of(ComparedUser compared) {
        FetchedUser user = compared.user();
        if (compared.personId() == null) {
            return user.isActive() ? Optional.of(drift(compared, DriftKind.OKTA_ONLY, List.of())) : Optional.empty();
        } else if (!user.isActive()) {
            // Okta is to follow what was done here, which is no drift while it waits.
            return compared.active() && !compared.awaited()
                    ? Optional.of(drift(compared, DriftKind.ROSTER_ONLY, List.of(active(compared))))
                    : Optional.empty();
        }
        List<DriftField> fields = fields(compared);
        return fields.isEmpty() ? Optional.empty() : Optional.of(drift(compared, DriftKind.DIFFERENT, fields));
    }

    private static Drift drift(ComparedUser compared, DriftKind kind, List<DriftField> fields) {
        return new Drift(
                Ids.next(),
                false,
                compared.user().oktaId(),
                compared.personId(),
                Keys.shortened(
                        compared.personName() == null ? name(compared.user()) : compared.personName(), NAME_LENGTH),
                kind,
                fields,
                0,
                0);
    }

    /** What a user of Okta is called. */
    static String name(FetchedUser user) {
        JsonObject profile = user.profile();
        String both = (profile.getString("firstName", "") + ' ' + profile.getString("lastName", "")).strip();
        String named = text(profile, "displayName") == null ? both : text(profile, "displayName");
        String login = text(profile, "login");
        return !named.isEmpty() ? named : login == null ? user.oktaId() : login;
    }

    private List<DriftField> fields(ComparedUser compared) {
        List<DriftField> fields = new ArrayList<>();
        boolean suspended = compared.user().status().equals("SUSPENDED");
        if (!compared.active() && !suspended && !compared.awaited()) {
            fields.add(active(compared));
        }
        if (compared.problem() != null) {
            fields.add(new DriftField("mapping", compared.problem(), null, null, null));
        }
        compared.fields().forEach(field -> of(compared.user(), field).ifPresent(fields::add));
        if (written != null && compared.active()) {
            addWritten(compared, written.number(), NUMBER, fields);
            addWritten(compared, written.extension(), EXTENSION, fields);
        }
        return fields;
    }

    private static DriftField active(ComparedUser compared) {
        FetchedUser user = compared.user();
        return new DriftField(
                ACTIVE,
                user.status().isEmpty() ? null : user.status(),
                user.appUserStatus(),
                "" + compared.active(),
                null);
    }

    private static Optional<DriftField> of(FetchedUser user, ComparedField field) {
        Matcher plain = PLAIN.matcher(
                field.expression() == null ? "" : field.expression().strip());
        boolean single = plain.matches();
        boolean ofApp = single && plain.group(1).equals("appuser");
        String okta =
                ofApp ? field.attrPath().equals(USER_NAME) ? text(user.profile(), "login") : null : field.wanted();
        String app = ofApp ? field.wanted() : appValue(user, field.attrPath());
        // What the app has may be made otherwise; only where both are one attribute each it is to be the same.
        boolean stale = single && !ofApp && app != null && !DriftField.same(app, okta);
        return field.differs() || stale
                ? Optional.of(
                        new DriftField(field.attrPath(), okta, app, field.present(), single ? plain.group() : null))
                : Optional.empty();
    }

    /** The app's profile names attributes as SCIM does, without what they are within; the mail's part is the mail. */
    static String appAttribute(String attrPath) {
        String last = attrPath.substring(Math.max(attrPath.lastIndexOf('.'), attrPath.lastIndexOf(':')) + 1);
        return attrPath.startsWith("emails[") && last.equals("value") ? "email" : last;
    }

    private static String appValue(FetchedUser user, String attrPath) {
        return attrPath.equals(USER_NAME) ? user.appUserName() : text(user.appProfile(), appAttribute(attrPath));
    }

    /** Whether an attribute is Roster's, and written by sync-back. */
    static boolean isTelephony(String name) {
        return name.equals(NUMBER) || name.equals(EXTENSION);
    }

    private static void addWritten(ComparedUser compared, String attribute, String name, List<DriftField> fields) {
        String roster = compared.document().get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony
                ? text(telephony, name)
                : null;
        String okta = attribute == null ? null : text(compared.user().profile(), attribute);
        // Who has none here may have one of Okta's own there.
        if (attribute != null && roster != null && !roster.equals(okta)) {
            fields.add(new DriftField(name, okta, null, roster, "user." + attribute));
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }
}
