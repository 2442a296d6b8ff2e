package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code NAME[:PROBABILITY[:PATH]]}, for instance {@code cut_after:0.05}. */
final class FaultOption implements ITypeConverter<FaultRule> {
    private static final long SEED = 1;

    @Override
    public FaultRule convert(String text) {
        String[] parts = text.split(":", 3);
        try {
            Fault fault = Fault.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            double probability = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
            return FaultRule.sometimes(probability, SEED, fault).on("", parts.length > 2 ? parts[2] : "/");
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is no fault: " + e.getMessage());
        }
    }
}
