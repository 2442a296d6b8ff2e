package io.roster.console.access;

import io.roster.access.ApiTokens;
import io.roster.access.IssuedToken;
import io.roster.access.Scope;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The page that makes an API token. Lives as long as the page, so that sending its form twice makes one token. */
@Named
@ViewScoped
public class NewToken implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    @EJB
    private ApiTokens tokens;

    @Inject
    private Texts texts;

    @Inject
    private Identity identity;

    private String name;
    private Scope scope = Scope.WRITE;
    private int days = 365;
    private String person;

    // Not part of a session that is written to the database
    private transient IssuedToken issued;

    /**
     * Lets nobody in who may not make tokens; the boundary would refuse only when the form is sent. With the parameter
     * {@code for=hook} the form proposes a token for the import inline hook.
     */
    public void open() throws IOException {
        if ("hook".equals(parameter("for"))) {
            scope = Scope.HOOK;
        }
        if (!identity.isAdministrator()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
        }
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /** Makes the token; what is wrong with the form is said beside the field. */
    public synchronized void issue() {
        if (issued != null) {
            return;
        }
        try {
            Instant expires = days == 0 ? null : Instant.now().plus(Duration.ofDays(days));
            issued = tokens.issue(name, scope, expires, person);
        } catch (EJBException e) {
            if (!(e.getCause() instanceof IllegalArgumentException reason)) {
                throw e;
            }
            FacesMessage message = new FacesMessage(texts.of(reason.getMessage(), person));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            FacesContext.getCurrentInstance().addMessage("form:" + field(reason.getMessage()), message);
        }
    }

    private static String field(String key) {
        String field = key.split("\\.")[1];
        return field.equals("expiry") ? "days" : field;
    }

    /**
     * @param count a number of days, 0 for none
     * @return when a token made now expires then
     */
    public Instant after(int count) {
        return Instant.now().plus(Duration.ofDays(count));
    }

    /** @return the periods of validity to choose from, in days */
    public List<Integer> getPeriods() {
        return DAYS;
    }

    /** @return the token that was made; {@code null} before that */
    public IssuedToken getIssued() {
        return issued;
    }

    /** @return whether the token that was made is one for the import inline hook */
    public boolean isForHook() {
        return issued != null && issued.token().getScope() == Scope.HOOK;
    }

    /** @return every scope */
    public Scope[] getScopes() {
        return Scope.values();
    }

    /** @return the name for the token */
    public String getName() {
        return name;
    }

    /** @param name the name for the token */
    public void setName(String name) {
        this.name = name;
    }

    /** @return what it may do */
    public Scope getScope() {
        return scope;
    }

    /** @param scope what it may do */
    public void setScope(Scope scope) {
        this.scope = scope;
    }

    /** @return for how many days it is valid, 0 for ever */
    public int getDays() {
        return days;
    }

    /** @param days for how many days it is valid, 0 for ever */
    public void setDays(int days) {
        this.days = days;
    }

    /** @return the userName of the person to whom it is to belong; blank for nobody */
    public String getPerson() {
        return person;
    }

    /** @param person the userName of the person to whom it is to belong; blank for nobody */
    public void setPerson(String person) {
        this.person = person;
    }
}
