package io.roster.benchmarks.core;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to parse a filter and to bind it to the schemas, for the forms that clients send. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterParsing {

    private static final ResourceType USER = SchemaRegistry.standard().user();

    /** The filter of a row. */
    @Param({
        "userName eq \"ada.park@acme.example\"",
        "externalId eq \"00ujl29u0le5T6Aj10h7\"",
        "emails[type eq \"work\" and value eq \"ada.park@acme.example\"]",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"4711\"",
        "meta.lastModified gt \"2026-05-13T04:42:34Z\" and (active eq true or not (title co \"lead\"))"
    })
    private String filter;

    /** @return the filter, bound, so that nothing of the work is left out */
    @Benchmark
    public BoundFilter parseAndBind() {
        return BoundFilter.of(filter, USER);
    }
}
