/** Pages of the attributes that administrators define. */
package io.roster.console.attributes;
