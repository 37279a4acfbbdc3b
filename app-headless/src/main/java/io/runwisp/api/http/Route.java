package io.runwisp.api.http;

import java.util.List;

/**
 * One operation: where it is, who may ask, and what answers.
 *
 * @param method GET, POST, PUT or DELETE
 * @param pattern the segments of its path; a segment in braces takes anything and has that name
 * @param query the parameters that it knows; others are refused, because a misspelt filter must not pass for none
 */
public record Route(String method, List<String> pattern, Access access, List<String> query, int bodyLimit,
        Operation operation) {

    /** Bodies of requests have this size at most. */
    public static final int BODY = 1024 * 1024;

    /** Stands for every parameter, where the operation itself refuses those that it does not know. */
    public static final String ANY_QUERY = "*";

    /** Who may ask. */
    public enum Access {
        /** Whoever calls the daemon by a name of its own. */
        ANYBODY,
        /** Whoever is logged in, out of a page of the daemon's own or out of none. */
        OWN_PAGE,
        /** Whoever is logged in. */
        LOGGED_IN
    }

    /** What answers. */
    @FunctionalInterface
    public interface Operation {

        /** Answers; what goes wrong is thrown as a problem. */
        Reply answer(Call call);
    }

    public Route {
        pattern = List.copyOf(pattern);
        query = List.copyOf(query);
    }

    /** Asks. */
    public static Route get(String path, Operation operation, String... query) {
        return of("GET", path, operation, query);
    }

    /** Does something. */
    public static Route post(String path, Operation operation, String... query) {
        return of("POST", path, operation, query);
    }

    /** Takes something in its place. */
    public static Route put(String path, Operation operation) {
        return of("PUT", path, operation);
    }

    /** Takes something away. */
    public static Route delete(String path, Operation operation) {
        return of("DELETE", path, operation);
    }

    private static Route of(String method, String path, Operation operation, String... query) {
        return new Route(method, Paths.segments(path), Access.LOGGED_IN, List.of(query), BODY, operation);
    }

    /** The same, for whoever is not logged in as well. */
    public Route forAnybody() {
        return new Route(method, pattern, Access.ANYBODY, query, bodyLimit, operation);
    }

    /** The same, but not out of pages of others, which may else ask whatever they do not get to see. */
    public Route forOwnPages() {
        return new Route(method, pattern, Access.OWN_PAGE, query, bodyLimit, operation);
    }

    /** The same, with a body of this size at most. */
    public Route withBody(int most) {
        return new Route(method, pattern, access, query, most, operation);
    }
}
