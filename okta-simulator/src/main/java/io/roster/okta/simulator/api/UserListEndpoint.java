package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Directory;
import io.roster.okta.simulator.org.UserStatus;
import io.roster.okta.simulator.query.Expression;
import io.roster.okta.simulator.query.ExpressionParser;
import io.roster.okta.simulator.schema.UserSchema;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code GET /api/v1/users}: lists, filters and searches. */
record UserListEndpoint(Directory directory, UserSchema schema, SearchIndex index) {
    private static final int MOST = 200;

    List<Route> routes() {
        return List.of(Route.of("GET", "/api/v1/users", "okta.users", Bucket.USERS, this::list));
    }

    private ApiAnswer list(ApiRequest request) {
        Optional<String> search = request.query().get("search");
        Optional<String> filter = request.query().get("filter");
        Optional<String> word = request.query().get("q");
        if (Stream.of(search, filter, word).filter(Optional::isPresent).count() > 1) {
            throw new OktaError(400, "E0000033", "Cannot specify a search query and filter in the same request.");
        }
        if (search.isPresent()) {
            Expression expression = ExpressionParser.parse(search.get());
            UserAttributes.requireSearchable(expression, schema);
            return found(request, expression, index::view);
        }
        if (filter.isPresent()) {
            Expression expression = ExpressionParser.parse(filter.get());
            UserAttributes.requireFilterable(expression);
            return found(request, expression, directory::byId);
        }
        Predicate<Account> living = account -> account.user().status() != UserStatus.DEPROVISIONED;
        return scanned(request, living.and(word.map(UserListEndpoint::named).orElse(account -> true)), directory::byId);
    }

    private static Predicate<Account> named(String word) {
        return account -> Stream.of("profile.firstName", "profile.lastName", "profile.email")
                .anyMatch(name -> new Expression.Comparison(name, "sw", word)
                        .matches(attribute -> UserAttributes.value(account, attribute)));
    }

    private ApiAnswer found(ApiRequest request, Expression expression, Function<String, Optional<Account>> view) {
        Predicate<Account> matches = account -> expression.matches(name -> UserAttributes.value(account, name));
        Optional<List<String>> few = few(expression);
        Optional<String> order = request.query().get("sortBy");
        if (few.isEmpty() && order.isEmpty()) {
            return scanned(request, matches, view);
        }
        Stream<Account> all = few.orElseGet(() -> directory.ids(0, Integer.MAX_VALUE)).stream()
                .flatMap(id -> view.apply(id).stream())
                .filter(matches);
        List<Account> sorted =
                order.isPresent() ? all.sorted(order(request, order.get())).toList() : all.toList();
        return Paging.of(request, sorted, limit(request), account -> UserResource.of(account, request.origin()));
    }

    /** The only users that can match, where an index knows them. */
    private Optional<List<String>> few(Expression expression) {
        Optional<Expression.Comparison> login = expression.required("profile.login", List.of("eq"));
        if (login.isPresent()) {
            return Optional.of(directory.byLogin(login.get().value()).map(Account::id).stream()
                    .toList());
        }
        Optional<Expression.Comparison> id = expression.required("id", List.of("eq"));
        if (id.isPresent()) {
            return Optional.of(List.of(id.get().value()));
        }
        return expression
                .required("lastUpdated", List.of("gt", "ge"))
                .filter(time -> time.value().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .map(time -> index.changedSince(Instant.parse(time.value()).toEpochMilli()));
    }

    private static Comparator<Account> order(ApiRequest request, String attribute) {
        Comparator<Account> order = Comparator.comparing(
                account -> UserAttributes.value(account, attribute),
                Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
        boolean descending =
                request.query().get("sortOrder").filter("desc"::equals).isPresent();
        return (descending ? order.reversed() : order).thenComparing(Account::id);
    }

    /** Goes through the users in the order in which they came, no further than the page is full. */
    private ApiAnswer scanned(
            ApiRequest request, Predicate<Account> matches, Function<String, Optional<Account>> view) {
        UserScan scan = new UserScan(directory, view, matches, Paging.start(request), limit(request));
        List<JsonObject> page = scan.page().stream()
                .map(account -> UserResource.of(account, request.origin()))
                .toList();
        return Paging.answer(request, page, scan.next());
    }

    private static int limit(ApiRequest request) {
        return request.query().limit(MOST, MOST);
    }
}
