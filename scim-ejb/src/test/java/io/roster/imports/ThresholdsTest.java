package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
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
        assertThat(found.as("erika", Thresholds.class, Thresholds::read))
                .isEqualTo(new ImportPlan(null, false, 20, 20));
        assertThat(found.<Thresholds, Boolean>as("erika", Thresholds.class, all -> all.change(35, null)))
                .isTrue();
        assertThat(found.<Thresholds, Boolean>as("erika", Thresholds.class, all -> all.change(35, null)))
                .isFalse();
        assertThat(found.as("erika", Thresholds.class, Thresholds::read))
                .isEqualTo(new ImportPlan(null, false, 35, null));
        assertThat(found.events())
                .containsExactly("erika ImportSettings ImportSettings null"
                        + " [{\"attribute\":\"appThreshold\",\"before\":20,\"after\":35},"
                        + "{\"attribute\":\"orgThreshold\",\"before\":20}]");
    }

    @Test
    void whatIsNoPercentageChangesNothing() {
        assertThatThrownBy(() -> found.as("erika", Thresholds.class, all -> all.change(0, 20)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> found.as("erika", Thresholds.class, all -> all.change(20, 101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found.events()).isEmpty();
    }
}
