package io.roster.scim.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The range in which integer and decimal values (RFC 7643 sections 2.3.3 and 2.3.4) are kept, and compared exactly. */
public final class Numbers {

    /** Most digits before the point. */
    public static final int WHOLE_DIGITS = 22;

    /** Most digits after the point. */
    public static final int FRACTION_DIGITS = 9;

    private Numbers() {}

    /**
     * A number with all of its {@value #FRACTION_DIGITS} digits after the point, so that equal numbers are the same.
     *
     * @return empty for a number with more digits than are kept
     */
    public static Optional<BigDecimal> kept(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        // The scale first: the digits before the point of 1E+2000000000 are no int.
        var fits = plain.scale() <= FRACTION_DIGITS
                && plain.scale() >= -WHOLE_DIGITS
                && plain.precision() - plain.scale() <= WHOLE_DIGITS;
        return fits ? Optional.of(plain.setScale(FRACTION_DIGITS)) : Optional.empty();
    }

    /**
     * The greatest number that is kept and not greater than another one.
     *
     * @return empty for a number beyond all that are kept, on either side
     */
    public static Optional<BigDecimal> below(BigDecimal number) {
        // Of huge and tiny numbers neither can be written out.
        var magnitude = number.signum() == 0 ? 0 : number.precision() - (long) number.scale();
        if (magnitude > WHOLE_DIGITS) {
            return Optional.empty();
        }
        var written = magnitude < -FRACTION_DIGITS
                ? BigDecimal.valueOf(Math.min(0, number.signum()), FRACTION_DIGITS)
                : number.setScale(FRACTION_DIGITS, RoundingMode.FLOOR);
        return kept(written);
    }
}
