package io.roster.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'attribute':'active','before':true,'after':false} | active | true | false",
                "{'attribute':'title','after':'Countess'} | title | ~~ | Countess",
                "{'attribute':'title','before':'Countess'} | title | Countess | ~~",
                "{'attribute':'name','after':{'familyName':'King'}} | name.familyName | ~~ | King",
                "{'attribute':'" + ENTERPRISE + ":department','after':'Sales'} | department | ~~ | Sales",
                "{'attribute':'" + ENTERPRISE + "','after':{'department':'Sales'}} | department | ~~ | Sales",
                "{'attribute':'emails','before':[{'value':'a@b','type':'work'},{'value':'c@d'}],'after':[]}"
                        + " | emails | a@b (work), c@d | ~~",
            })
    void saysWhatChangedInWords(String change, String attribute, String before, String after) {
        assertThat(listOf(change)).containsExactly(new Change(attribute, before, after));
    }

    @Test
    void takesComplexAttributesApart() {
        String manager =
                "{'attribute':'manager','before':{'value':'1','displayName':'Ada'},'after':{'displayName':'Eve'}}";
        assertThat(listOf(manager))
                .containsExactly(new Change("manager.value", "1", ""), new Change("manager.displayName", "Ada", "Eve"));
    }

    private static List<Change> listOf(String change) {
        return Change.listOf(
                ScimText.read("[" + change.replace('\'', '"') + "]").asJsonArray());
    }
}
