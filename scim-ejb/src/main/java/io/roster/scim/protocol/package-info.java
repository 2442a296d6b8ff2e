/**
 * What requests and answers have in common: bodies, errors, lists, versions, projections, the check of resources. Filters
 * and PATCH throw its exception and therefore use this package; it knows nothing of them, so that the packages form no
 * circle.
 */
package io.roster.scim.protocol;
