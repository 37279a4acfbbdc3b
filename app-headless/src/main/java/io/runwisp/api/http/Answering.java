package io.runwisp.api.http;

/** Answers requests. May be used by any thread. */
@FunctionalInterface
public interface Answering {

    /** Answers, whatever happens. */
    Reply answer(Request request);
}
