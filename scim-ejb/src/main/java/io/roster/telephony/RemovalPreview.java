package io.roster.telephony;

import java.io.Serializable;

/**
 * What a removal of people would do, as things stand.
 *
 * @param selected how many people are selected
 * @param removable how many of them are deactivated; the others stay
 * @param inOkta how many of those Okta knows
 * @param numbers how many numbers they have
 * @param extensions how many extensions they have
 * @param licenses how many seats of licences they have
 */
public record RemovalPreview(int selected, int removable, int inOkta, int numbers, int extensions, int licenses)
        implements Serializable {}
