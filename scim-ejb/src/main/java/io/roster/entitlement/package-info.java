/**
 * Roles and licence types: what Okta discovers here and then gives to people. Administrators make them in the console;
 * they are read-only in SCIM. Who has one is said by the {@code roles} and {@code entitlements} of people, which belong
 * to {@code io.roster.user}.
 */
package io.roster.entitlement;
