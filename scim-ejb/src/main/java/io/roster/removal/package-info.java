/** People who are removed when they have been deactivated long enough, or when an administrator says so. */
package io.roster.removal;
