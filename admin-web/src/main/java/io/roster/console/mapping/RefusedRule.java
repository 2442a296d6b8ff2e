package io.roster.console.mapping;

import io.roster.console.reader.Texts;
import io.roster.expression.ExpressionRefused;
import io.roster.imports.ImportRefused;
import io.roster.imports.ImportRefused.Reason;
import io.roster.imports.MappingProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was refused, in the reader's words. */
@RequestScoped
public class RefusedRule {

    @Inject
    private Texts texts;

    /** Says it beside the input that it is about, or above the page where there is none. */
    void show(ImportRefused refused, String form) {
        FacesMessage message = new FacesMessage(words(refused));
        message.setSeverity(FacesMessage.SEVERITY_ERROR);
        String target = refused.field() == null ? null : form + ":" + refused.field();
        FacesContext.getCurrentInstance().addMessage(target, message);
    }

    String words(ImportRefused refused) {
        return refused.reason() == Reason.EXPRESSION && refused.getCause() instanceof ExpressionRefused expression
                ? words(expression)
                : said("mapping.refused." + refused.reason(), refused.values());
    }

    String words(MappingProblem problem) {
        return problem.expression() == null ? problem.sentence() : words(problem.expression());
    }

    private String words(ExpressionRefused refused) {
        List<String> values = new ArrayList<>(refused.values());
        return texts.of("mapping.at", said("mapping.expression." + refused.reason(), values), refused.position());
    }

    private String said(String key, List<String> values) {
        return texts.of(key.toLowerCase(Locale.ROOT), values.toArray());
    }
}
