package io.roster.console.attributes;

import io.roster.attribute.AttributeRefusal;
import io.roster.attribute.OwnAttributes;
import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.schema.OwnAttribute;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
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
    private Feedback feedback;

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
        try {
            attributes.delete(attribute.getId());
            String name = attribute.getCharacteristics().name();
            feedback.done(texts.of("attribute.deleted", name));
        } catch (AttributeRefusal refusal) {
            feedback.refused(texts.of(refusal.getMessage(), refusal.getValues().toArray()));
        }
        return "attributes?faces-redirect=true";
    }
}
