package io.roster.telephony;

import java.time.Instant;

/**
 * A number or extension as lists and pages show it.
 *
 * @param value the number in E.164 form, or the extension
 * @param state whether it can be assigned now
 * @param until when its rest ends; {@code null} for other states
 * @param personId SCIM id of who has it; {@code null} for nobody
 * @param personName what pages call that person
 * @param personActive whether that person is active
 * @param changed when it was last added, assigned or released
 * @param rangeId the range of an extension; {@code null} for a number
 */
public record PoolRow(
        String value,
        PoolState state,
        Instant until,
        String personId,
        String personName,
        boolean personActive,
        Instant changed,
        String rangeId) {}
