package io.roster.console.services;

import java.io.Serializable;

/**
 * What was released just now and can be given back by the message that says so.
 *
 * @param personId the SCIM id of whom it was taken from
 * @param kind the name of a {@code ServiceKind}
 * @param value the number, the extension, or the id of the licence
 * @param name what to call it
 */
record Undo(String personId, String kind, String value, String name) implements Serializable {}
