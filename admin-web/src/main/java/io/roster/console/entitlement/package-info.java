/** Roles and licence types: their lists, and one of them. */
package io.roster.console.entitlement;
