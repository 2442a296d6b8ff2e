package io.roster.console.mapping;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.imports.AttributeMapping;
import io.roster.imports.ImportRefused;
import io.roster.imports.ImportRules;
import io.roster.imports.StoredRules;
import io.roster.imports.UserNameFormat;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How imports go about it: sections that are saved one by one, and the mappings. */
@Named
@RequestScoped
public class ImportSettingsPage {

    private static final int SHOWN_TIMES = 3;

    @EJB
    private ImportRules rules;

    @Inject
    private RefusedRule refusedRule;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private StoredRules stored;
    private final RulesForm form = new RulesForm();

    @PostConstruct
    void load() {
        stored = rules.read();
        form.fill(stored.settings());
    }

    /** @return the same page, by a redirect; {@code null} to stay where something was refused */
    public String saveSchedule() {
        return save("schedule");
    }

    /** @return as {@link #saveSchedule} */
    public String saveUserName() {
        return save("username");
    }

    /** @return as {@link #saveSchedule} */
    public String saveMatching() {
        return save("matching");
    }

    /** @return as {@link #saveSchedule} */
    public String saveSafeguards() {
        return save("safeguards");
    }

    private String save(String section) {
        try {
            boolean differs = rules.save(form.settings(rules));
            feedback.done(texts.of(differs ? "mapping.saved." + section : "mapping.saved.same"));
            return "import-settings?faces-redirect=true";
        } catch (ImportRefused refused) {
            refusedRule.show(refused, section);
            return null;
        }
    }

    /**
     * Moves a mapping.
     *
     * @param attrPath its attribute
     * @param places -1 for up, 1 for down
     * @return the same page, by a redirect
     */
    public String move(String attrPath, int places) {
        return change(() -> rules.move(form.getVersion(), attrPath, places), texts.of("mapping.moved", attrPath));
    }

    /**
     * Removes a mapping.
     *
     * @param attrPath its attribute
     * @return the same page, by a redirect
     */
    public String unmap(String attrPath) {
        return change(() -> rules.unmap(form.getVersion(), attrPath), texts.of("mapping.removed", attrPath));
    }

    private String change(Runnable change, String done) {
        try {
            change.run();
            feedback.done(done);
        } catch (ImportRefused refused) {
            feedback.refused(refusedRule.words(refused));
        }
        return "import-settings?faces-redirect=true";
    }

    /**
     * @param cron a schedule that is saved
     * @return the next times at which it comes
     */
    public List<Instant> next(String cron) {
        return rules.next(cron, stored.settings().zone(), SHOWN_TIMES);
    }

    /** @return what is saved */
    public StoredRules getStored() {
        return stored;
    }

    /** @return what stands in the inputs */
    public RulesForm getForm() {
        return form;
    }

    /** @return the names of all time zones */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream().sorted().toList();
    }

    /** @return what can become the userName */
    public UserNameFormat[] getFormats() {
        return UserNameFormat.values();
    }

    /** @return the attributes by which people are matched, in a row */
    public String getMatched() {
        return String.join(", ", stored.settings().exactMatch());
    }

    /** @return the attributes by which people can be matched */
    public List<String> getMatchable() {
        List<String> attrPaths = new ArrayList<>(List.of("userName"));
        stored.mappings().stream().map(AttributeMapping::attrPath).forEach(attrPaths::add);
        return attrPaths;
    }
}
