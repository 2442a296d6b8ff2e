package io.roster.console.attributes;

import io.roster.attribute.AttributeRefusal;
import io.roster.attribute.OwnAttributes;
import io.roster.console.reader.Texts;
import io.roster.schema.OwnAttribute;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of own attributes, by resource type. */
@Named
@RequestScoped
public class AttributeList {

    private static final List<String> RESOURCE_TYPES = List.of("User", "Group");

    @EJB
    private OwnAttributes attributes;

    @Inject
    private Texts texts;

    private List<OwnAttribute> users;
    private List<OwnAttribute> groups;

    @PostConstruct
    void load() {
        users = attributes.list("User");
        groups = attributes.list("Group");
    }

    /** @return the resource types that can be given attributes */
    public List<String> getResourceTypes() {
        return RESOURCE_TYPES;
    }

    /**
     * @param resourceType {@code User} or {@code Group}
     * @return its own attributes
     */
    public List<OwnAttribute> of(String resourceType) {
        return resourceType.equals("User") ? users : groups;
    }

    /** @return how many there are */
    public int getCount() {
        return users.size() + groups.size();
    }

    /**
     * Deletes an attribute, or says why not, and shows the list again.
     *
     * @param attribute the attribute; deleting it twice is harmless
     * @return the same page, by a redirect
     */
    public String delete(OwnAttribute attribute) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        try {
            attributes.delete(attribute.getId());
            String name = attribute.getCharacteristics().name();
            faces.addMessage(null, new FacesMessage(texts.of("attribute.deleted", name)));
        } catch (AttributeRefusal refusal) {
            FacesMessage message = new FacesMessage(
                    texts.of(refusal.getMessage(), refusal.getValues().toArray()));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            faces.addMessage(null, message);
        }
        return "attributes?faces-redirect=true";
    }
}
