/** Groups and their members: the SCIM resource type Group. */
package io.roster.group;
