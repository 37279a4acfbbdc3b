package io.runwisp.api.http;

import io.runwisp.auth.gate.Admission;

/**
 * A request that was let in, at its route.
 *
 * @param admission who asks, and for how long they are let in
 */
public record Call(Input input, Admission admission) {

    /** The request as it came. */
    public Request request() {
        return input.request();
    }
}
