package io.roster.console.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.expression.ExpressionRefused;
import io.roster.imports.ImportRefused;
import io.roster.imports.MappingScope;
import io.roster.imports.UserLookup;
import io.roster.imports.UserNameFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can come of settings, mappings and expressions has its words. */
class MappingTextsTest {

    @Test
    void everyConstantHasItsSentence() {
        // What is wrong with an expression is said by the reason of the expression itself.
        EnumSet<ImportRefused.Reason> reasons = EnumSet.complementOf(EnumSet.of(ImportRefused.Reason.EXPRESSION));
        has("mapping.refused", reasons.toArray(Enum<?>[]::new));
        has("mapping.expression", ExpressionRefused.Reason.values());
        has("mapping.trial", UserLookup.Problem.values());
        has("mapping.format", UserNameFormat.values());
        has("mapping.applied", MappingScope.values());
        has("mapping.applied.short", MappingScope.values());
    }

    @Test
    void everySectionSaysThatItWasSaved() {
        ResourceBundle english = ResourceBundle.getBundle("io.roster.console.text", Locale.ENGLISH);
        assertThat(Stream.of("schedule", "username", "matching", "safeguards").map("mapping.saved."::concat))
                .allMatch(english::containsKey);
    }

    private static void has(String prefix, Enum<?>... constants) {
        ResourceBundle english = ResourceBundle.getBundle("io.roster.console.text", Locale.ENGLISH);
        for (Enum<?> constant : constants) {
            assertThat(english.keySet()).contains(prefix + "." + constant.name().toLowerCase(Locale.ROOT));
        }
    }
}
