package io.roster.entitlement;

/**
 * A licence type was added, or its name or its number of seats was changed. A CDI event, fired within the transaction that
 * writes it.
 *
 * @param licenseId the id
 * @param renamed whether the name is another one
 */
public record LicenseChanged(String licenseId, boolean renamed) {}
