package io.runwisp.api.http;

import io.runwisp.api.metrics.MetricsPage;
import io.runwisp.wire.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself answers: how it is, and what it knows.
 *
 * @param health what is wrong, or nothing
 * @param figures the page of figures, or null when this address has none
 */
record ServerRoutes(Supplier<Optional<Problem>> health, @Nullable Supplier<String> figures) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    List<Route> routes() {
        Supplier<String> page = figures;
        return page == null ? always() : Stream.concat(always().stream(), Stream.of(figures(page))).toList();
    }

    /** The page of figures. */
    static Route figures(Supplier<String> page) {
        return Route.get("/metrics", _ -> Reply.text(MetricsPage.CONTENT_TYPE, page.get())).forAnybody();
    }

    private List<Route> always() {
        return List.of(
                Route.get("/health", _ -> healthReply()).forAnybody(),
                Route.get("/openapi.yaml", _ -> document("openapi.yaml", "application/yaml")).forAnybody(),
                Route.get("/openapi.json", _ -> document("openapi.json", "application/json")).forAnybody());
    }

    private Reply healthReply() {
        return health.get().map(Reply::problem).orElseGet(() -> Reply.text(PLAIN, "OK"));
    }

    private static Reply document(String name, String type) {
        try (InputStream document = Problem.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException(name + " does not lie beside the records");
            }
            return Reply.whole(200, type, document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
