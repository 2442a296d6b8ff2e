/** The console: what administrators and auditors see. Views are in the web application, one bean to a page. */
package io.roster.console;
