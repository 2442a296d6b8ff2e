package io.roster.console.okta;

import io.roster.console.reader.Texts;
import io.roster.imports.ImportRules;
import io.roster.okta.ConnectionTest;
import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.ConnectionTest.Subject;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaRefused;
import io.roster.okta.OktaSettings;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/**
 * The test of what stands in the inputs, saved or not. The browser asks for one step after the other, so that each result
 * is seen when it is there, whichever server does it.
 */
@Named
@RequestScoped
public class ConnectionCheck {

    @EJB
    private OktaSettings settings;

    @EJB
    private ImportRules rules;

    @Inject
    private ConnectionTest test;

    @Inject
    private ConnectionInput input;

    @Inject
    private Texts texts;

    private Step step;
    private StepOutcome outcome;
    private String refusal;

    /** Does the step that the request names. */
    public void run() {
        attempt((connection, attributes) ->
                test.run(step, connection, new Subject(attributes, input.getTrial(), app())));
    }

    private String app() {
        return step == Step.IMPORT ? rules.read().settings().appId() : null;
    }

    /** Adds the attribute of the step that the request names to Okta's schema. */
    public void create() {
        attempt((connection, attributes) -> {
            String name = step == Step.NUMBER ? attributes.number() : attributes.extension();
            String title =
                    texts.of(step == Step.NUMBER ? "okta.attribute.title.number" : "okta.attribute.title.extension");
            StepOutcome created = test.create(connection, name, title, step);
            if (created.finding() == Finding.ATTRIBUTE_ADDED) {
                settings.added(connection, name);
            }
            return created;
        });
    }

    private void attempt(BiFunction<OktaConnection, OktaAttributes, StepOutcome> work) {
        step = Step.valueOf(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("step"));
        try {
            OktaConnection connection = settings.draft(input.form());
            outcome = work.apply(connection, input.attributes().checked());
        } catch (OktaRefused refused) {
            refusal = texts.word("okta.refused", refused.reason());
        }
        PrimeFaces.current().ajax().update("form:step-" + step);
        PrimeFaces.current().ajax().addCallbackParam("passed", outcome != null && outcome.isPassed());
    }

    /** @return the steps, in their order */
    public Step[] getSteps() {
        return Step.values();
    }

    /**
     * @param of a step
     * @return good, note, bad, or waiting before it was done
     */
    public String state(Step of) {
        if (of != step) {
            return "waiting";
        }
        return outcome == null ? "bad" : outcome.finding().level().name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param of a step
     * @return what came of it, in words; empty before it was done
     */
    public String words(Step of) {
        if (of != step) {
            return "";
        }
        return outcome == null ? refusal : words(texts, outcome);
    }

    static String words(Texts texts, StepOutcome outcome) {
        String key = "okta.finding." + outcome.finding().name().toLowerCase(Locale.ROOT);
        Object[] values = outcome.values().toArray();
        if (outcome.finding() == Finding.IMPORT_SCOPES || outcome.finding() == Finding.IMPORT_FORBIDDEN) {
            values[0] = reads(texts, outcome.values().get(0));
            values[1] = reads(texts, outcome.values().get(1));
        }
        return texts.of(key, values);
    }

    private static String reads(Texts texts, String names) {
        return names.isEmpty()
                ? texts.of("okta.import.none")
                : Stream.of(names.split(" "))
                        .map(name -> texts.word("okta.import", name))
                        .collect(Collectors.joining(", "));
    }

    /**
     * @param of a step
     * @return the attribute that can be added to Okta; {@code null} for none
     */
    public String missing(Step of) {
        return of == step && outcome != null && outcome.isCreatable()
                ? outcome.values().get(0)
                : null;
    }
}
