package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The thresholds of the safeguard, changed while a run is held. */
@OnEachDatabase
class ThresholdsTest {

    @Parameter
    TestDatabase database;

    private FoundCandidates found;

    @BeforeEach
    void administrators() {
        found = new FoundCandidates(database);
    }

    @Test
    void aChangeIsAnEventUnlessNothingDiffers() {
        assertThat(thresholds()).containsExactly(20, 20);
        assertThat(found.<ImportRules, Boolean>as("erika", ImportRules.class, rules -> rules.limit(35, null)))
                .isTrue();
        assertThat(found.<ImportRules, Boolean>as("erika", ImportRules.class, rules -> rules.limit(35, null)))
                .isFalse();
        assertThat(thresholds()).containsExactly(35, null);
        assertThat(found.events())
                .containsExactly("erika ImportRules import-rules null"
                        + " [{\"attribute\":\"appThreshold\",\"before\":20,\"after\":35},"
                        + "{\"attribute\":\"orgThreshold\",\"before\":20}]");
    }

    @Test
    void whatIsNoPercentageChangesNothing() {
        assertThatThrownBy(() -> found.as("erika", ImportRules.class, rules -> rules.limit(0, 20)))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> found.as("erika", ImportRules.class, rules -> rules.limit(20, 101)))
                .isInstanceOf(ImportRefused.class);
        assertThat(found.events()).isEmpty();
    }

    private List<Integer> thresholds() {
        ImportSettings settings = found.as("erika", ImportRules.class, ImportRules::settings);
        return Arrays.asList(settings.appThreshold(), settings.orgThreshold());
    }
}
