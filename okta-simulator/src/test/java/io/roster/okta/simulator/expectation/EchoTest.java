package io.roster.okta.simulator.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.scim.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'x'}                                  | {'a':'x','b':'y'}",
                "{'a':''}                                   | {}",
                "{'a':null}                                 | {}",
                "{'a':[]}                                   | {}",
                "{'a':{'b':''}}                             | {}",
                "{'a':[{'value':'1'},{'value':'2'}]}        | {'a':[{'value':'2'},{'value':'1','$ref':'u'}]}",
                "{'a':[{'type':'w','c':'1'},{'type':'h'}]}  | {'a':[{'type':'h'},{'type':'w','c':'1','d':'2'}]}",
                "{'schemas':['x']}                          | {'schemas':['y','x']}",
                "{'members':[{'value':'1','display':'me'}]} | {'members':[{'value':'1','display':'Me Myself'}]}",
                "{'urn:roster:x':{'a':'1'}}                 | {}",
                "{'phoneNumbers':[{'value':'1'}]} | {'phoneNumbers':[{'value':'2'},{'value':'1'}],'urn:x':{'n':'2'}}",
                "{'phoneNumbers':[]}              | {'phoneNumbers':[{'value':'2'}],'urn:x':{'n':'2'}}",
                "{'phoneNumbers':[{'value':'2'}]} | {'phoneNumbers':[{'value':'2'}],'urn:x':{'n':'2'}}",
            })
    void isEqual(String sent, String got) {
        assertThat(Echo.differences(json(sent), json(got))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'x'}                           | {}                                        | a",
                "{'a':'x'}                           | {'a':'X'}                                 | a",
                "{'a':true}                          | {'a':'true'}                              | a",
                "{'a':''}                            | {'a':'left over'}                         | a",
                "{'a':[]}                            | {'a':[{'value':'left over'}]}             | a",
                "{'a':{'b':'1','c':'2'}}             | {'a':{'b':'1','c':'3'}}                   | a.c",
                "{'a':[{'value':'1'}]}               | {'a':[{'value':'1'},{'value':'2'}]}       | a",
                "{'a':[{'value':'1'},{'value':'1'}]} | {'a':[{'value':'1'},{'value':'2'}]}       | a",
                "{'a':[{'value':'1','type':'work'}]} | {'a':[{'value':'1','type':'home'}]}       | a",
                "{'schemas':['x']}                   | {'schemas':['y']}                         | schemas",
                "{'phoneNumbers':[]} | {'phoneNumbers':[{'value':'3'}],'urn:x':{'n':'2'}}         | phoneNumbers",
                "{'phoneNumbers':[{'value':'2'}]} | {'urn:x':{'n':'2'}}                           | phoneNumbers",
            })
    void isDifferent(String sent, String got, String attribute) {
        assertThat(Echo.differences(json(sent), json(got)))
                .singleElement()
                .asString()
                .startsWith(attribute + ": ");
    }

    private static jakarta.json.JsonObject json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
