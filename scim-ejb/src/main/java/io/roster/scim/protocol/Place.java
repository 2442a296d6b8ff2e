package io.roster.scim.protocol;

import io.roster.scim.schema.AttributePath;

/**
 * Where in a request body a value stands, for the sentence that refuses it: {@code emails[1].value} in a resource, {@code
 * Operations[2].value.name.givenName} in a PATCH request. Counted from 0. Steps are linked and put into words only when
 * something is refused, as every value of every request gets one.
 */
public final class Place {

    /** The body as a whole, when it is a resource. */
    public static final Place RESOURCE = new Place(null, null, -1);

    private static final String OPERATIONS = "Operations";

    private final Place parent;
    private final String name;
    private final int index;

    private Place(Place parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** One of the operations of a PATCH request. */
    public static Place operation(int index) {
        return RESOURCE.member(OPERATIONS).element(index);
    }

    /** A member of the object that stands here. */
    public Place member(String memberName) {
        return new Place(this, memberName, -1);
    }

    /** Another member of the object that this one belongs to. */
    public Place sibling(String memberName) {
        return parent.member(memberName);
    }

    /** An element of the array that stands here. */
    public Place element(int position) {
        return new Place(this, null, position);
    }

    /**
     * How a sentence names the attribute and the place: the place alone where it says both, as it does in a resource; in
     * a PATCH request first the attribute, which a path may have named.
     */
    public String of(AttributePath path) {
        return of(path.notation());
    }

    /** The same for an attribute that no schema knows. */
    public String of(String notation) {
        return isInOperation() ? "\"" + notation + "\" (" + this + ")" : "\"" + this + "\"";
    }

    private boolean isInOperation() {
        var step = this;
        while (step.parent != null && step.parent != RESOURCE) {
            step = step.parent;
        }
        return OPERATIONS.equals(step.name);
    }

    /** Empty for the body as a whole. A name after a schema's URN is set off by a colon (RFC 7644 section 3.10). */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        var before = parent.toString();
        if (name == null) {
            return before + "[" + index + "]";
        }
        var isAfterUrn = parent.name != null && parent.name.indexOf(':') >= 0;
        return before.isEmpty() ? Excerpt.of(name) : before + (isAfterUrn ? ":" : ".") + Excerpt.of(name);
    }
}
