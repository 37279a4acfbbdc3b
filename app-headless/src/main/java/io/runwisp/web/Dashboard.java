package io.runwisp.web;

import io.runwisp.api.http.Routes;
import io.runwisp.api.sse.StreamDesk;
import io.runwisp.time.MonotonicClock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The dashboard's part of a daemon. Nothing of it is made before the first page comes. */
public final class Dashboard {

    private Dashboard() {
    }

    /**
     * What the page needs.
     *
     * @param faults told what went wrong inside
     */
    public static Routes.Page page(Sources sources, StreamDesk streams, MonotonicClock clock,
            BiConsumer<String, Throwable> faults) {
        Supplier<ViewDesk> desk = new Lazy<>(() -> new ViewDesk(sources, streams, clock, faults));
        Supplier<WebFiles> files = new Lazy<>(() -> WebFiles.onTheClassPath("web"));
        return new Routes.Page(new ViewRoutes(desk, sources.clock()).routes(), call -> files.get().answer(call));
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> implements Supplier<T> {

        private final Supplier<T> maker;
        private final AtomicReference<T> made = new AtomicReference<>();

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            T known = made.get();
            if (known == null) {
                known = maker.get();
                made.set(known);
            }
            return known;
        }
    }
}
