package io.roster.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Creations that refer to each other in any way, of which some are refused. */
class BulkJobPropertiesTest {

    /**
     * A creation.
     *
     * @param members the numbers of the operations that it refers to
     * @param isRefused whether the resources will not have it
     */
    record Creation(Set<Integer> members, boolean isRefused) {}

    @Property(seed = "20260513", tries = 300)
    void eachOperationIsWholeOrHasChangedNothing(@ForAll("creations") List<Creation> creations) {
        var service = new RecordingService();
        var results = BulkJob.run(request(creations, Integer.MAX_VALUE), service);
        assertThat(results)
                .extracting(result -> result.operation().bulkId())
                .containsExactlyElementsOf(names(creations));
        var succeeded = results.stream().filter(result -> !result.hasFailed()).toList();
        for (var result : succeeded) {
            var wanted = creations.get(number(result)).members().stream()
                    .map(member -> results.get(member).id())
                    .collect(Collectors.toSet());
            assertThat(service.references.get(result.path())).isEqualTo(wanted).doesNotContainNull();
        }
        assertThat(service.references.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        succeeded.stream().map(BulkResult::path).toList());
        for (var result : results) {
            assertThat(result.hasFailed()).isEqualTo(needsARefused(creations, number(result)));
        }
        assertThat(service.calls.stream().filter(call -> call.startsWith("POST")))
                .hasSizeLessThanOrEqualTo(creations.size());
        assertThat(service.refusals).hasSize(results.size() - succeeded.size());
    }

    @Property(seed = "20260513", tries = 300)
    void nothingIsTriedAfterTheErrorsThatAreAccepted(@ForAll("creations") List<Creation> creations) {
        var all = BulkJob.run(request(creations, Integer.MAX_VALUE), new RecordingService());
        var service = new RecordingService();
        var results = BulkJob.run(request(creations, 1), service);
        var succeeded = results.stream().filter(result -> !result.hasFailed()).toList();
        assertThat(results.size() == all.size() && succeeded.size() == all.size())
                .isEqualTo(all.stream().noneMatch(BulkResult::hasFailed));
        assertThat(service.references.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        succeeded.stream().map(BulkResult::path).toList());
        // More than one only where those of a broken circle have to be told.
        assertThat(results.stream()
                        .filter(BulkResult::hasFailed)
                        .filter(result -> result.error().status() != 409))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<List<Creation>> creations() {
        return Arbitraries.integers().between(1, 9).flatMap(size -> Combinators.combine(
                        Arbitraries.integers().between(0, size - 1).set().ofMaxSize(3),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Creation::new)
                .list()
                .ofSize(size));
    }

    private static BulkRequest request(List<Creation> creations, int failOnErrors) {
        return new BulkRequest(
                failOnErrors,
                IntStream.range(0, creations.size())
                        .mapToObj(i -> new BulkOperation(
                                BulkMethod.POST, "POST", "op" + i, null, "/Groups", data(creations.get(i)), null))
                        .toList());
    }

    private static JsonObject data(Creation creation) {
        var members = Json.createArrayBuilder();
        creation.members().forEach(i -> members.add(Json.createObjectBuilder().add("value", "bulkId:op" + i)));
        return Json.createObjectBuilder()
                .add("displayName", creation.isRefused() ? "refuse!" : "G")
                .add("members", members)
                .build();
    }

    private static List<String> names(List<Creation> creations) {
        return IntStream.range(0, creations.size()).mapToObj(i -> "op" + i).toList();
    }

    private static int number(BulkResult result) {
        return Integer.parseInt(result.operation().bulkId().substring(2));
    }

    private static boolean needsARefused(List<Creation> creations, int number) {
        var found = new TreeSet<>(Set.of(number));
        for (var size = 0; size < found.size(); ) {
            size = found.size();
            for (int known : List.copyOf(found)) {
                found.addAll(creations.get(known).members());
            }
        }
        return found.stream().anyMatch(i -> creations.get(i).isRefused());
    }
}
