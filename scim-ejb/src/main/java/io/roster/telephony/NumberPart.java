package io.roster.telephony;

import java.util.List;

/**
 * Numbers that are added in one transaction.
 *
 * @param numbers in E.164 form, {@value NumberParts#SIZE} at most
 * @param outsidePlans whether no numbering plan has them, so that they are added deliberately; none has, or all do
 */
record NumberPart(List<String> numbers, boolean outsidePlans) {}
