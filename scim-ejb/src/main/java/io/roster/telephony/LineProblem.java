package io.roster.telephony;

import io.roster.telephony.NumberRefused.Reason;
import java.io.Serializable;

/**
 * Why the number in a line of a file is not added.
 *
 * @param line the number of the line, from 1
 * @param text what stands there, at most its first 40 characters
 * @param reason what is wrong with it
 * @param earlier the line in which the same number stands already; 0 for other reasons
 */
public record LineProblem(int line, String text, Reason reason, int earlier) implements Serializable {}
