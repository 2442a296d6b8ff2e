package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.audit.AuditEvent;
import io.roster.imports.ImportRefused.Reason;
import io.roster.imports.UserLookup.Found;
import io.roster.imports.UserLookup.Problem;
import io.roster.persistence.Documents;
import io.roster.persistence.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@link ImportRules} as the administrator Erika asks it, whose Okta has one user. */
record AskedRules(TestDatabase database) {

    private static final FetchedUser ADA = new FetchedUser(
            "00u1",
            "ACTIVE",
            "PROVISIONED",
            null,
            "ada@app.example",
            Documents.parse("{\"login\": \"ada@acme.example\", \"firstName\": \"Ada\", \"level\": 7}"),
            JsonObject.EMPTY_JSON_OBJECT);

    static AttributeMapping mapping(String attrPath, String expression) {
        return new AttributeMapping(attrPath, expression, MappingScope.CREATE_AND_UPDATE);
    }

    static ImportSettings with(String app, String full, String incremental, boolean on, Integer org) {
        return settings(app, full, incremental, on, UserNameFormat.EMAIL, null, List.of("userName"), org);
    }

    static ImportSettings matching(List<String> attrPaths) {
        return settings(null, "0 2 * * *", "0 * * * *", false, UserNameFormat.EMAIL, null, attrPaths, 20);
    }

    /** With a username by an expression. */
    static ImportSettings named(String expression) {
        return settings(
                null, "0 2 * * *", "0 * * * *", false, UserNameFormat.EXPRESSION, expression, List.of("userName"), 20);
    }

    private static ImportSettings settings(
            String app,
            String full,
            String incremental,
            boolean on,
            UserNameFormat format,
            String expression,
            List<String> attrPaths,
            Integer org) {
        return new ImportSettings(
                0,
                on,
                app,
                full,
                incremental,
                ZoneOffset.UTC,
                format,
                expression,
                attrPaths,
                false,
                true,
                false,
                false,
                20,
                org);
    }

    void settingsRefused(Reason reason, String field, ImportSettings settings) {
        refused(reason, field, rules -> rules.save(settings));
    }

    void refused(Reason reason, String field, Consumer<ImportRules> change) {
        assertThatThrownBy(() -> run(change)).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.getMessage()).doesNotContain("%s").endsWith(".");
        });
    }

    StoredRules stored() {
        return ask(ImportRules::read);
    }

    boolean saves(ImportSettings settings) {
        return ask(rules -> rules.save(settings));
    }

    List<Instant> next(String cron, ZoneId zone, int count) {
        return ask(rules -> rules.next(cron, zone, count));
    }

    void run(Consumer<ImportRules> change) {
        ask(rules -> {
            change.accept(rules);
            return null;
        });
    }

    <T> T ask(Function<ImportRules, T> call) {
        Principal erika = () -> "erika";
        Object session = Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
        UserLookup lookup = (app, login) ->
                login.equals("ada@acme.example") ? new Found(ADA, null, null) : new Found(null, Problem.NOBODY, "said");
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, (SessionContext) session)
                .with(UserLookup.class, lookup)
                .get(ImportRules.class)));
    }

    String lastEvent() {
        List<String> all = events();
        return all.get(all.size() - 1);
    }

    List<String> events() {
        return database.inTransaction(entities ->
                entities
                        .createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList()
                        .stream()
                        .map(event -> event.getActorName() + " " + event.getAction() + " " + event.getResourceType()
                                + " " + event.getResourceId() + " " + event.getChanges())
                        .toList());
    }
}
