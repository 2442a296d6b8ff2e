package io.roster.console.history;

import io.roster.audit.Timeline;
import io.roster.console.people.Change;
import io.roster.console.reader.Texts;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who changed settings, and from what to what: the newest first. Secrets are in no event. */
@Named
@RequestScoped
public class SettingsHistory {

    private static final int PAGE = 10;
    private static final Set<String> SECRETS = Set.of("apiToken", "password");

    /** Of a mapping, its expression or when it applies. */
    private static final Pattern MAPPING = Pattern.compile("mappings\\.(.+)\\.(expression|applied)");

    private static final Pattern KEY = Pattern.compile("key (.+)");

    @EJB
    private Timeline timeline;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private final Map<ChangedSettings, EventHistory> read = new EnumMap<>(ChangedSettings.class);

    /**
     * The changes of some settings.
     *
     * @param of the name of the settings
     * @return a page of them
     */
    public EventHistory of(String of) {
        return read.computeIfAbsent(
                ChangedSettings.valueOf(of),
                settings -> new EventHistory(
                        settings.address() + '?',
                        request.getParameter("from"),
                        PAGE,
                        (before, count) -> timeline.of(settings.resource(), before, count)));
    }

    /**
     * @param of the name of the settings
     * @param change of one of them
     * @return what the form calls it
     */
    public String label(String of, Change change) {
        String attribute = change.attribute();
        String key = ChangedSettings.valueOf(of).label(attribute);
        Matcher mapping = MAPPING.matcher(attribute);
        Matcher signing = KEY.matcher(attribute);
        if (key != null) {
            return texts.of(key);
        } else if (mapping.matches()) {
            return texts.of(
                    "history.mapping." + mapping.group(2), mapping.group(1).replaceFirst("^urn:.*:User:", ""));
        }
        return signing.matches() ? texts.of("history.key", signing.group(1)) : attribute;
    }

    /**
     * @param of the name of the settings
     * @param change of one of them
     * @return what it was, as the form says it; empty for nothing
     */
    public String before(String of, Change change) {
        return SECRETS.contains(change.attribute()) ? "" : words(of, change.attribute(), change.before());
    }

    /**
     * @param of the name of the settings
     * @param change of one of them
     * @return what it is since then, as the form says it; empty for nothing
     */
    public String after(String of, Change change) {
        boolean secret = SECRETS.contains(change.attribute()) && !change.after().isEmpty();
        return secret ? texts.of("history.secret") : words(of, change.attribute(), change.after());
    }

    private String words(String of, String attribute, String value) {
        Matcher mapping = MAPPING.matcher(attribute);
        String words = ChangedSettings.valueOf(of).words(mapping.matches() ? mapping.group(2) : attribute);
        if (value.isEmpty()) {
            return value;
        } else if (words != null) {
            return texts.word(words, value);
        } else if (KEY.matcher(attribute).matches()) {
            return texts.word("okta.key", value);
        }
        boolean yesOrNo = value.equals("true") || value.equals("false");
        return yesOrNo ? texts.word("sync.rule", value) : value;
    }
}
