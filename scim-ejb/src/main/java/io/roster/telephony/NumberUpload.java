package io.roster.telephony;

import java.io.Serializable;
import java.util.List;

/**
 * What a file of numbers holds, before any of it is in the pool.
 *
 * @param id by which it is confirmed
 * @param numbers how many numbers would be added
 * @param wrong in how many lines something is wrong, so that they are left out
 * @param problems what is wrong in which line, the first 200
 */
public record NumberUpload(String id, int numbers, int wrong, List<LineProblem> problems) implements Serializable {}
