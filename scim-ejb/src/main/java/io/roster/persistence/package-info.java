/** How resources are stored: folded keys, ids, the translation of filters into queries, paging. */
package io.roster.persistence;
