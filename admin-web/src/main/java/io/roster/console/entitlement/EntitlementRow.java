package io.roster.console.entitlement;

import io.roster.entitlement.Entitlement;

/**
 * A row of the list of roles or of licence types.
 *
 * @param entitlement what is stored of it
 * @param people how many people have it, deactivated ones included
 */
public record EntitlementRow(Entitlement entitlement, int people) {}
