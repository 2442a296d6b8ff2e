/** People: the SCIM resource type User, its storage and its rules. */
package io.roster.user;
