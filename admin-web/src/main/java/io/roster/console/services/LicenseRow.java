package io.roster.console.services;

import io.roster.telephony.SeatState;
import java.io.Serializable;

/**
 * A licence of a person as the page shows it.
 *
 * @param id of the licence type
 * @param name its name
 * @param state whether the person has a seat
 * @param reasons why, in words
 * @param byHand whether it can be released here: what a group or Okta gives is taken there
 */
public record LicenseRow(String id, String name, SeatState state, String reasons, boolean byHand)
        implements Serializable {}
