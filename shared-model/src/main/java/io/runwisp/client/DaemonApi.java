package io.runwisp.client;

/**
 * Everything that a client can ask a daemon or tell it, whether the daemon is elsewhere or this very process. Each operation is the one of the same name in
 * {@code openapi.yaml}.
 *
 * <p>Operations answer when they are done, so they are not for a thread that draws. They may be called by several threads at once. A daemon that refuses is an
 * {@link ApiProblem}, one that cannot be reached a {@link DaemonUnreachable}; what an operation names with {@code @throws} are the codes that its callers
 * should expect, beside those that any may have.
 */
public interface DaemonApi
        extends
            HostOperations,
            UnitOperations,
            RunOperations,
            LogOperations,
            BellOperations,
            StreamOperations {
}
