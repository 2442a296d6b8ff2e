package io.roster.hook;

import io.roster.okta.OktaAttributes;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Okta is to do, and why. The same request gets the same answer, because Okta asks once more after a time-out.
 *
 * @param body the answer
 * @param told for the event, a sentence for each decision
 */
record HookAnswer(JsonObject body, String told) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String ACTION = "com.okta.action.update";
    private static final String USER = "com.okta.user.update";
    private static final String PROFILE = "com.okta.user.profile.update";

    /**
     * Decides.
     *
     * @param request what Okta asks
     * @param known what Roster knows of the person; {@code null} for nothing
     * @param settings what administrators want
     * @param attributes of Okta's profile that get what is assigned
     */
    static HookAnswer of(HookRequest request, KnownPerson known, HookSettings settings, OktaAttributes attributes) {
        Decision decision = new Decision();
        String link = linked(request, known, settings, decision);
        JsonObjectBuilder profile = JSON.createObjectBuilder();
        if (link == null && request.result().equals(HookRequest.CREATE) || decision.creates) {
            login(request, known, settings, decision, profile);
        }
        if (settings.corrects()) {
            ProfileCorrections.of(request, known, attributes).forEach((attribute, value) -> {
                profile.add(attribute, value);
                decision.told.add("Okta's " + attribute + " becomes " + value + ".");
            });
        }
        decision.add(PROFILE, profile.build());
        return decision.answer();
    }

    /** With whom the person is to be linked, as far as Roster says so. */
    private static String linked(HookRequest request, KnownPerson known, HookSettings settings, Decision decision) {
        if (known != null && known.oktaId() != null) {
            return decision.link(request, known.oktaId(), "who is this person's Okta user according to Roster");
        }
        if (request.matches().size() > 1) {
            decision.told.add("Several Okta users match; an administrator has to choose in Okta.");
            return null;
        }
        if (request.matches().isEmpty()) {
            return null;
        }
        return switch (settings.whenMatched()) {
            case LINK -> decision.link(request, request.matches().get(0), "who alone matches");
            case CREATE -> decision.create(request);
            case LEAVE -> null;
        };
    }

    private static void login(
            HookRequest request,
            KnownPerson known,
            HookSettings settings,
            Decision decision,
            JsonObjectBuilder profile) {
        if (!request.loginTaken()) {
            return;
        }
        if (settings.whenTaken() == HookSettings.WhenTaken.LEAVE || request.ofUser("login") == null) {
            decision.told.add("The login is taken in Okta; an administrator has to see to it there.");
            return;
        }
        String login = OtherLogin.of(request, known);
        profile.add("login", login);
        decision.told.add("The login " + request.ofUser("login") + " is taken in Okta, so it becomes " + login + ".");
    }

    private static final class Decision {
        private final List<String> told = new ArrayList<>();
        private final JsonArrayBuilder commands = JSON.createArrayBuilder();
        private boolean creates;
        private boolean any;

        private void add(String type, JsonObject value) {
            if (!value.isEmpty()) {
                commands.add(JSON.createObjectBuilder().add("type", type).add("value", value));
                any = true;
            }
        }

        private String link(HookRequest request, String oktaId, String why) {
            if (!request.result().equals(HookRequest.LINK) || !oktaId.equals(request.userId())) {
                add(
                        ACTION,
                        JSON.createObjectBuilder()
                                .add("result", HookRequest.LINK)
                                .build());
                add(USER, JSON.createObjectBuilder().add("id", oktaId).build());
            }
            told.add("Linked with " + oktaId + ", " + why + ".");
            return oktaId;
        }

        private String create(HookRequest request) {
            if (!request.result().equals(HookRequest.CREATE)) {
                add(
                        ACTION,
                        JSON.createObjectBuilder()
                                .add("result", HookRequest.CREATE)
                                .build());
            }
            creates = true;
            told.add("A new Okta user, although " + request.matches().get(0) + " matches.");
            return null;
        }

        private HookAnswer answer() {
            JsonObject body =
                    any ? JSON.createObjectBuilder().add("commands", commands).build() : JsonValue.EMPTY_JSON_OBJECT;
            return new HookAnswer(body, told.isEmpty() ? "As Okta means to do." : String.join(" ", told));
        }
    }
}
