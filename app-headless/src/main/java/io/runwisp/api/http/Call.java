package io.runwisp.api.http;

import io.runwisp.auth.gate.Admission;

/**
 * A request that was let in, at its route.
 *
 * @param admission who asks, and for how long they are let in
 */
record Call(Input input, Admission admission) {

    Request request() {
        return input.request();
    }
}
