package io.roster.outbox;

/**
 * Which rows of the outbox to show.
 *
 * @param state in which state; {@code null} for all that are not done
 * @param search the beginning of a name or userName, or {@code null}
 */
public record QueueQuery(RowState state, String search) {}
