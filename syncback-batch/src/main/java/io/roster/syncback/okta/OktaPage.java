package io.roster.syncback.okta;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items what is on it
 * @param next where the list goes on, to be given back as it is; {@code null} where it has ended
 * @param <T> what the list is of
 */
public record OktaPage<T>(List<T> items, String next) {}
