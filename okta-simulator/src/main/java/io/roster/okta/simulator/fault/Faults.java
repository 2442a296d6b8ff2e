package io.roster.okta.simulator.fault;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What goes wrong on demand. Requests below {@code /simulator} always work. Thread-safe. */
public final class Faults {
    private final Clock clock;
    private final List<FaultRule.Armed> rules = new CopyOnWriteArrayList<>();
    private final Map<Fault, AtomicInteger> struck = new ConcurrentHashMap<>();
    private final AtomicLong errors = new AtomicLong();
    private volatile Duration slowness = Duration.ofSeconds(2);
    private volatile Duration storm = Duration.ofSeconds(2);
    private volatile int shortness = 10;

    /** Nothing goes wrong. */
    public Faults(Clock clock) {
        this.clock = clock;
    }

    /** Lets things go wrong by a rule; of several that strike, the one added first wins. */
    public void add(FaultRule rule) {
        rules.add(rule.armed());
    }

    /** Everything works again. */
    public void clear() {
        rules.clear();
    }

    /** The rules, used up or not. */
    public List<FaultRule> rules() {
        return rules.stream().map(FaultRule.Armed::rule).toList();
    }

    /** How often this went wrong so far. */
    public int struck(Fault fault) {
        return struck.computeIfAbsent(fault, unused -> new AtomicInteger()).get();
    }

    /** How late {@link Fault#SLOW} answers; 2 s when not set. */
    public void slowness(Duration value) {
        slowness = value;
    }

    /** How far away the reset is that {@link Fault#RATE_LIMITED} names; 2 s when not set. */
    public void storm(Duration value) {
        storm = value;
    }

    /** How many elements a {@link Fault#SHORT} page has at most; 10 when not set. */
    public void shortness(int most) {
        shortness = most;
    }

    int shortness() {
        return shortness;
    }

    /** What goes wrong with this request. */
    public Optional<Fault> next(ApiRequest request) {
        if (rules.isEmpty() || request.path().startsWith("/simulator")) {
            return Optional.empty();
        }
        for (FaultRule.Armed rule : rules) {
            if (rule.strikes(request)) {
                Fault fault = rule.rule().fault();
                struck.computeIfAbsent(fault, unused -> new AtomicInteger()).incrementAndGet();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Every fifth error has its causes as an object, which Okta does sometimes. */
    public boolean causesAsObject() {
        return errors.incrementAndGet() % 5 == 0;
    }

    /** 429 for too many requests at once: limit and remaining are 0. */
    public ApiAnswer concurrency() {
        return tooMany("0", Duration.ofSeconds(1));
    }

    ApiAnswer storm() {
        return tooMany("600", storm);
    }

    private ApiAnswer tooMany(String limit, Duration reset) {
        long seconds = (clock.millis() + reset.toMillis() + 999) / 1000;
        return OktaError.tooManyRequests()
                .answer(causesAsObject())
                .with("X-Rate-Limit-Limit", limit)
                .with("X-Rate-Limit-Remaining", "0")
                .with("X-Rate-Limit-Reset", String.valueOf(seconds));
    }

    void pause() {
        try {
            Thread.sleep(slowness.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
