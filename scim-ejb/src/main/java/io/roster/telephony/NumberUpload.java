package io.roster.telephony;

import java.io.Serializable;
import java.util.List;

/**
 * What a file of numbers holds, before any of it is in the pool.
 *
 * @param id by which it is confirmed; {@code null} where it holds nothing that could be
 * @param numbers how many numbers would be added
 * @param outsidePlans how many more can be added deliberately, because no numbering plan has them; each is among what is
 *     wrong, too
 * @param wrong in how many lines something is wrong, so that they are left out
 * @param problems what is wrong in which line, the first 200
 */
public record NumberUpload(String id, int numbers, int outsidePlans, int wrong, List<LineProblem> problems)
        implements Serializable {}
