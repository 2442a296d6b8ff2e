package io.roster.console.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewAddressTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', import",
        "refused, new, ' a&b ', 3, import?state=refused&kind=new&q=a%26b&page=3",
        "waiting, all, '', 1, import",
        "whatever, nothing, '', -5, import",
        "ignored, conflict, x, many, import?state=ignored&kind=conflict&q=x"
    })
    void whateverIsTypedReadsAsSomething(String state, String kind, String search, String page, String address) {
        assertThat(ReviewAddress.parse(null, state, kind, search, page)).hasToString(address);
    }

    @Test
    void anActionGoesOnWhereItBegan() {
        ReviewAddress list = ReviewAddress.parse(null, "ignored", "new", "ada", "2");
        assertThat(list.outcome()).isEqualTo("import?faces-redirect=true&state=ignored&kind=new&q=ada&page=2");
        assertThat(ReviewAddress.parse(null, null, null, "a=b", null).outcome())
                .isEqualTo("import?faces-redirect=true");
    }

    @Test
    void anotherPartOfTheListBeginsAtItsFirstPage() {
        ReviewAddress list = ReviewAddress.parse("run-1", "ignored", "new", "ada", "2");
        assertThat(list.with(CandidateState.WAITING, CandidateKind.EXACT))
                .hasToString("import?preview=run-1&kind=exact&q=ada");
        assertThat(list.withPage(1)).hasToString("import?preview=run-1&state=ignored&kind=new&q=ada");
    }
}
