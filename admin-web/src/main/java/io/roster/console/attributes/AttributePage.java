package io.roster.console.attributes;

import io.roster.attribute.AttributeRefusal;
import io.roster.attribute.OwnAttributes;
import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.schema.OwnAttribute;
import io.roster.schema.OwnCharacteristics;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * One own attribute: a form for a new one, or what can be changed of one that is there. Lives as long as the page, so
 * that it knows from which version a change was made.
 */
@Named
@ViewScoped
public class AttributePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private OwnAttributes attributes;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Identity identity;

    private final AttributeForm form = new AttributeForm();
    private String id;
    private long version;

    // Not part of a session that is written to the database
    private transient OwnAttribute attribute;

    /** Reads the attribute that the address names: 404 when there is none, 403 for who may not make one. */
    public void open() throws IOException {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        id = parameters.get("id");
        attribute = attributes.find(id).orElse(null);
        if (id != null && attribute == null) {
            refuse(HttpServletResponse.SC_NOT_FOUND, "no such attribute");
        } else if (id == null && !identity.isAdministrator()) {
            refuse(HttpServletResponse.SC_FORBIDDEN, "administrators only");
        } else if (id == null) {
            form.setResourceType("Group".equals(parameters.get("for")) ? "Group" : "User");
        } else {
            version = attribute.getVersion();
            form.setResourceType(attribute.getResourceType());
            form.fill(attribute.getCharacteristics());
        }
    }

    private static void refuse(int status, String why) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(status, why);
        faces.responseComplete();
    }

    /**
     * Stores what the form says; what is wrong with it is said beside the field.
     *
     * @return the list, by a redirect, or {@code null} to stay
     */
    public String save() {
        try {
            OwnAttribute saved = isDraft()
                    ? attributes.define(form.getResourceType(), form.characteristics())
                    : attributes.change(id, version, form.characteristics());
            String name = saved.getCharacteristics().name();
            feedback.done(texts.of(isDraft() ? "attribute.made" : "attribute.saved", name));
            return "attributes?faces-redirect=true";
        } catch (AttributeRefusal refusal) {
            FacesMessage message = new FacesMessage(
                    texts.of(refusal.getMessage(), refusal.getValues().toArray()));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            FacesContext.getCurrentInstance()
                    .addMessage(refusal.getField() == null ? null : "form:" + refusal.getField(), message);
            return null;
        }
    }

    /** @return whether the form is for an attribute that is not made yet */
    public boolean isDraft() {
        return id == null;
    }

    /** @return what the form says */
    public AttributeForm getForm() {
        return form;
    }

    /** @return the attribute as stored; {@code null} for a new one */
    public OwnAttribute getAttribute() {
        if (attribute == null && id != null) {
            attribute = attributes.find(id).orElse(null);
        }
        return attribute;
    }

    /** @return what the attribute is like that is stored; {@code null} for a new one */
    public OwnCharacteristics getStored() {
        return getAttribute() == null ? null : getAttribute().getCharacteristics();
    }

    /** @return the URN of the extension that the attribute is in */
    public String getUrn() {
        return form.getResourceType().equals("Group") ? SchemaRegistry.CUSTOM_GROUP : SchemaRegistry.CUSTOM_USER;
    }
}
