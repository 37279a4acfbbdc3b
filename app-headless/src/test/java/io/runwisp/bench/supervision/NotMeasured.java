package io.runwisp.bench.supervision;

/** A contender did not do what has to be measured; the message says what was waited for. */
final class NotMeasured extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotMeasured(String message) {
        super(message);
    }
}
