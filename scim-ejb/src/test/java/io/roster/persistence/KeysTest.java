package io.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.schema.CodePoints;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Keys order as their values do by code point, in both databases: no unit of a key is one that Derby orders otherwise. */
class KeysTest {

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.integers()
                .between(0, 0x10FFFF)
                .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF)
                .edgeCases(edges ->
                        edges.add(97, 1, 9, 32, 33, 34, 0xD7FE, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0xA000))
                .list()
                .ofMaxSize(8)
                .map(codePoints -> codePoints.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .map(StringBuilder::toString);
    }

    @Property
    void keysOrderAsValuesDo(@ForAll("values") String one, @ForAll("values") String other) {
        int expected = Integer.signum(CodePoints.compare(one, other));
        String key = Keys.of(one);
        String otherKey = Keys.of(other);
        assertThat(Integer.signum(key.compareTo(otherKey))).isEqualTo(expected);
        // As Derby compares: the shorter one filled with blanks.
        int length = Math.max(key.length(), otherKey.length());
        assertThat(Integer.signum(filled(key, length).compareTo(filled(otherKey, length))))
                .isEqualTo(expected);
        assertThat(key.chars()).allMatch(unit -> unit > ' ' && unit <= 0xD7FF);
    }

    @Property
    void keysTellTheValue(@ForAll("values") String value) {
        assertThat(Keys.original(Keys.of(value))).isEqualTo(value);
    }

    private static String filled(String key, int length) {
        return key + " ".repeat(length - key.length());
    }

    @Property
    void codePointsAreComparedAsNumbers(@ForAll("values") String one, @ForAll("values") String other) {
        int[] units = one.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        assertThat(Integer.signum(CodePoints.compare(one, other)))
                .isEqualTo(Integer.signum(Arrays.compare(units, others)));
    }

    @Test
    void longKeysAreCutBetweenCharactersAndSaySo() {
        String longText = "x".repeat(Keys.LENGTH - 1) + "😀";
        assertThat(Keys.of(longText)).isEqualTo("x".repeat(Keys.LENGTH - 1));
        assertThat(Keys.mayBeShortened(Keys.of(longText))).isTrue();
        assertThat(Keys.mayBeShortened(Keys.of("x".repeat(Keys.longestWhole()))))
                .isFalse();
        assertThat(Keys.of("x".repeat(5_000))).hasSize(Keys.LENGTH);
    }
}
