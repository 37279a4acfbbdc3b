package io.runwisp.api.http;

import java.util.List;

/**
 * One operation: where it is, who may ask, and what answers.
 *
 * @param method GET, POST or DELETE
 * @param pattern the segments of its path; a segment in braces takes anything and has that name
 * @param query the parameters that it knows; others are refused, because a misspelt filter must not pass for none
 */
record Route(String method, List<String> pattern, Access access, List<String> query, int bodyLimit,
        Operation operation) {

    /** Bodies of requests have this size at most. */
    static final int BODY = 1024 * 1024;

    /** Who may ask. */
    enum Access {
        /** Whoever calls the daemon by a name of its own. */
        ANYBODY,
        /** Whoever is logged in. */
        LOGGED_IN
    }

    /** What answers. */
    interface Operation {

        Reply answer(Call call);
    }

    Route {
        pattern = List.copyOf(pattern);
        query = List.copyOf(query);
    }

    static Route get(String path, Operation operation, String... query) {
        return of("GET", path, operation, query);
    }

    static Route post(String path, Operation operation, String... query) {
        return of("POST", path, operation, query);
    }

    static Route delete(String path, Operation operation) {
        return of("DELETE", path, operation);
    }

    private static Route of(String method, String path, Operation operation, String... query) {
        return new Route(method, Paths.segments(path), Access.LOGGED_IN, List.of(query), BODY, operation);
    }

    /** The same, for whoever is not logged in as well. */
    Route forAnybody() {
        return new Route(method, pattern, Access.ANYBODY, query, bodyLimit, operation);
    }

    /** The same, with a body of this size at most. */
    Route withBody(int most) {
        return new Route(method, pattern, access, query, most, operation);
    }
}
