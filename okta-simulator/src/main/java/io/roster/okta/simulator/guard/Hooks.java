package io.roster.okta.simulator.guard;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a test does in the middle of a request: it may block, or end the process that sent it. */
public final class Hooks {
    private final List<Consumer<ApiRequest>> before = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<ApiRequest, ApiAnswer>> after = new CopyOnWriteArrayList<>();

    /** Calls {@code hook} with each request that is let in, before it takes effect. */
    public void before(Consumer<ApiRequest> hook) {
        before.add(hook);
    }

    /** Calls {@code hook} after a request took effect (or was refused), before its answer goes out. */
    public void after(BiConsumer<ApiRequest, ApiAnswer> hook) {
        after.add(hook);
    }

    /** Forgets all of them. */
    public void clear() {
        before.clear();
        after.clear();
    }

    void begin(ApiRequest request) {
        before.forEach(hook -> hook.accept(request));
    }

    void end(ApiRequest request, ApiAnswer answer) {
        after.forEach(hook -> hook.accept(request, answer));
    }
}
