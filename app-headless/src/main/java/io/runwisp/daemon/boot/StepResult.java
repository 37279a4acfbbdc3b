package io.runwisp.daemon.boot;

import io.runwisp.data.Refusal;

/** What came of a step. */
public sealed interface StepResult<T> {

    /** It is done. */
    record Done<T>(T value) implements StepResult<T> {
    }

    /** It could not be done, for a reason that a person can change. What it took, it has given back. */
    record Failed<T>(Refusal refusal) implements StepResult<T> {
    }
}
