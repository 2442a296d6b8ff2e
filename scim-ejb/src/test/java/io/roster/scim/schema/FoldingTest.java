package io.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    /** With escapes where two texts look the same. */
    @ParameterizedTest
    @CsvSource({
        "ada,                 ADA",
        "ada@acme.example,    Ada@ACME.example",
        "zoë,                 ZOË",
        "zo\u00EB,            zoe\u0308",
        "zo\u00EB,            ZOE\u0308",
        "\u00E5ngstr\u00F6m,  \u212BNGSTRO\u0308M",
        "kelvin,              \u212Aelvin",
        "ada,                 \uFF21\uFF24\uFF21",
        "ada@acme.example,    ada\uFF20acme\uFF0Eexample",
        "\u30AB\u30BF,        \uFF76\uFF80",
        "\u30AC,              \uFF76\uFF9E",
        "οδος,                ΟΔΟΣ",
        "οδοσ,                ΟΔΟΣ",
        "山田,                山田",
        "straße,              STRAßE",
    })
    void areTheSame(String one, String other) {
        assertThat(Folding.fold(other)).isEqualTo(Folding.fold(one));
    }

    @ParameterizedTest
    @CsvSource({"ada, adа", "zoe, zoë", "i, ı", "straße, strasse", "①, 1", "ﬁ, fi"})
    void areDifferent(String one, String other) {
        assertThat(Folding.fold(other)).isNotEqualTo(Folding.fold(one));
    }

    @ParameterizedTest
    @CsvSource({"οδοσσεια, ΟΔΟΣ", "zo\u00EBs, ZOE\u0308"})
    void aBeginningStaysOne(String word, String beginning) {
        assertThat(Folding.fold(word)).startsWith(Folding.fold(beginning));
    }

    @Property(seed = "20260513", tries = 2000)
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
    }
}
