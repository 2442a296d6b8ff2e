package io.roster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.roster.schema.CurrentSchemas;
import io.roster.schema.Schemas;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;
import java.time.Instant;

/** The arrows between the packages of this module. */
@AnalyzeClasses(packages = "io.roster", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SCHEMA = "io.roster.scim.schema..";
    private static final String PROTOCOL = "io.roster.scim.protocol..";
    private static final String FILTER = "io.roster.scim.filter..";
    private static final String PATCH = "io.roster.scim.patch..";
    private static final String BULK = "io.roster.scim.bulk..";
    private static final String PERSISTENCE = "io.roster.persistence..";

    @ArchTest
    static final ArchRule SCHEMA_STANDS_ALONE = classes()
            .that()
            .resideInAPackage(SCHEMA)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json..", SCHEMA);

    /**
     * Filters and PATCH throw the protocol's exception; were the protocol to use filters, there would be a circle. The
     * one annotation of EJB on that exception makes a refusal roll back.
     */
    @ArchTest
    static final ArchRule PROTOCOL_USES_SCHEMA = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json..", "jakarta.ejb..", SCHEMA, PROTOCOL);

    @ArchTest
    static final ArchRule FILTER_USES_SCHEMA_AND_PROTOCOL = classes()
            .that()
            .resideInAPackage(FILTER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json..", SCHEMA, PROTOCOL, FILTER);

    @ArchTest
    static final ArchRule PATCH_USES_FILTER_SCHEMA_AND_PROTOCOL = classes()
            .that()
            .resideInAPackage(PATCH)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json..", SCHEMA, PROTOCOL, FILTER, PATCH);

    @ArchTest
    static final ArchRule BULK_USES_THE_REST_OF_THE_CORE = classes()
            .that()
            .resideInAPackage(BULK)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json..", SCHEMA, PROTOCOL, FILTER, PATCH, BULK);

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK_AND_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("io.roster.scim..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule PERSISTENCE_KNOWS_NO_COMPONENT = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.roster.user..",
                    "io.roster.group..",
                    "io.roster.schema..",
                    "io.roster.attribute..",
                    "io.roster.telephony..",
                    "io.roster.access..",
                    "io.roster.settings..",
                    "io.roster.audit..",
                    "io.roster.outbox..");

    /**
     * Now and then the schemas are read from the database, through a connection of their own: within a transaction, the
     * server refuses a second one. So whoever asks for them suspends it, and hands the resource type to what writes.
     */
    @ArchTest
    static final ArchRule SCHEMAS_ARE_READ_OUTSIDE_TRANSACTIONS = classes()
            .that(dependOn(Schemas.class).or(dependOn(CurrentSchemas.class)))
            .and()
            .resideOutsideOfPackage("io.roster.schema..")
            .should(suspendTransactions());

    private static DescribedPredicate<JavaClass> dependOn(Class<?> type) {
        return describe("depend on " + type.getSimpleName(), one -> one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(type)));
    }

    private static ArchCondition<JavaClass> suspendTransactions() {
        return new ArchCondition<>("suspend transactions in all of their methods") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean suspends = one.tryGetAnnotationOfType(TransactionAttribute.class)
                        .filter(attribute -> attribute.value() == TransactionAttributeType.NOT_SUPPORTED)
                        .isPresent();
                boolean throughout = one.getMethods().stream()
                        .noneMatch(method -> method.isAnnotatedWith(TransactionAttribute.class));
                events.add(new SimpleConditionEvent(one, suspends && throughout, one.getName()));
            }
        };
    }

    @ArchTest
    static final ArchRule COMPONENTS_FORM_NO_CIRCLE =
            slices().matching("io.roster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_FORMS_NO_CIRCLE =
            slices().matching("io.roster.scim.(*)..").should().beFreeOfCycles();
}
