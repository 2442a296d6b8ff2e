/** Attributes that administrators define: what they may say of them, and who may. In use they are through {@code Schemas}. */
package io.roster.attribute;
