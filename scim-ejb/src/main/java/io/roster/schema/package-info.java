/** Schemas as requests meet them: which attributes there are now. What schemas are is in {@code io.roster.scim.schema}. */
package io.roster.schema;
