package io.roster.console.mapping;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.expression.Expression;
import io.roster.imports.AttributeMapping;
import io.roster.imports.ImportRefused;
import io.roster.imports.ImportRules;
import io.roster.imports.MappingScope;
import io.roster.imports.StoredRules;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One mapping: a form for a new one, or for one that is there. */
@Named
@ViewScoped
public class MappingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ImportRules rules;

    @Inject
    private RefusedRule refusedRule;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Identity identity;

    private long version;
    private String changed;
    private String attrPath;
    private String expression;
    private MappingScope applied = MappingScope.CREATE_AND_UPDATE;

    /** Reads the mapping that the address names: 404 when there is none, 403 for who may not change any. */
    public void open() throws IOException {
        StoredRules stored = rules.read();
        version = stored.settings().version();
        changed = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("attribute");
        Optional<AttributeMapping> mapping = stored.mappings().stream()
                .filter(one -> one.attrPath().equals(changed))
                .findFirst();
        if (!identity.isAdministrator()) {
            refuse(HttpServletResponse.SC_FORBIDDEN, "administrators only");
        } else if (changed != null && mapping.isEmpty()) {
            refuse(HttpServletResponse.SC_NOT_FOUND, "no such mapping");
        }
        mapping.ifPresent(one -> {
            attrPath = one.attrPath();
            expression = one.expression();
            applied = one.applied();
        });
    }

    private static void refuse(int status, String why) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(status, why);
        faces.responseComplete();
    }

    /** @return the settings, by a redirect; {@code null} to stay where something was refused */
    public String save() {
        try {
            rules.map(version, changed, typed());
            feedback.done(texts.of("mapping.saved.mapping", attrPath.strip()));
            return "import-settings?faces-redirect=true";
        } catch (ImportRefused refused) {
            refusedRule.show(refused, "form");
            return null;
        }
    }

    AttributeMapping typed() {
        return new AttributeMapping(attrPath, expression, applied);
    }

    /** @return the attribute of the mapping that is changed; {@code null} for a new one */
    public String getChanged() {
        return changed;
    }

    /** @return attributes that can be named */
    public List<String> getSuggestions() {
        return rules.attributes();
    }

    /** @return how each function is written */
    public List<String> getFunctions() {
        return Expression.functions();
    }

    /** @return when a mapping can apply */
    public MappingScope[] getScopes() {
        return MappingScope.values();
    }

    /** @return the attribute */
    public String getAttrPath() {
        return attrPath;
    }

    public void setAttrPath(String attrPath) {
        this.attrPath = attrPath;
    }

    /** @return the expression */
    public String getExpression() {
        return expression;
    }

    public void setExpression(String expression) {
        this.expression = expression;
    }

    /** @return when it applies */
    public MappingScope getApplied() {
        return applied;
    }

    public void setApplied(MappingScope applied) {
        this.applied = applied;
    }
}
