package io.runwisp.notify;

import io.runwisp.notify.channel.Channel;
import io.runwisp.notify.channel.Delivery;
import io.runwisp.notify.channel.Message;
import io.runwisp.notify.line.WorkLine;
import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers the messages of one channel, one after the other. Any thread may hand in; nobody waits. */
final class Courier implements WorkLine.Job<Alert> {

    /** So many messages wait; the oldest that is not under way gives way. */
    static final int MOST_WAITING = 256;

    private final String token;
    private final Terms terms;
    private final MonotonicClock clock;
    private final WorkLine<Alert> line;

    /** What it goes by; asked anew for each message, so that a reload counts. */
    interface Terms {

        /** The channel, or null when it is declared no more. */
        @Nullable
        Channel channel(String token);

        RetryPlan retries();

        /** What is read only now: the last lines, the links. */
        Function<Alert, Message> messages();

        /** A message was given up. */
        void failed(String token, Alert alert, String cause);

        /** A message was dropped, because too many wait. */
        void dropped(String token, Alert alert);

        /** Something has left, or came: what outlives the daemon is another. */
        void moved();
    }

    Courier(String token, Terms terms, MonotonicClock clock) {
        this.token = token;
        this.terms = terms;
        this.clock = clock;
        this.line = new WorkLine<>("runwisp-notify-" + token, MOST_WAITING, this);
    }

    /** What was not delivered yet. */
    WorkLine<Alert> line() {
        return line;
    }

    /** Delivers, for as long as the budget of a message allows; one that is cut off at the end waits for the next life. */
    @Override
    public WorkLine.Step take(Alert alert) {
        long begun = clock.nanos();
        for (int attempts = 1;; attempts++) {
            RetryPlan plan = terms.retries();
            Delivery delivery = attempt(alert, plan.limit(Duration.ofNanos(clock.nanos() - begun)));
            if (line.isClosed() && !(delivery instanceof Delivery.Delivered)) {
                return new WorkLine.Again(Duration.ZERO);
            }
            switch (plan.after(delivery, attempts, Duration.ofNanos(clock.nanos() - begun))) {
                case RetryPlan.Done _ -> {
                    return new WorkLine.Done();
                }
                case RetryPlan.GiveUp(String cause) -> {
                    terms.failed(token, alert, cause);
                    return new WorkLine.Done();
                }
                case RetryPlan.Wait(Duration wait) -> {
                    if (!line.pause(wait)) {
                        return new WorkLine.Again(Duration.ZERO);
                    }
                }
            }
        }
    }

    private Delivery attempt(Alert alert, Duration limit) {
        try {
            Channel channel = terms.channel(token);
            return channel == null
                    ? new Delivery.Refused("it is not declared any more")
                    : channel.deliver(terms.messages().apply(alert), limit);
        } catch (RuntimeException | Error fault) {
            // One channel must not stop another, nor its own next message.
            return new Delivery.Refused("it ran into a fault of its own: " + fault);
        }
    }

    @Override
    public void failed(Alert alert, Throwable fault) {
        terms.failed(token, alert, "it ran into a fault of RunWisp: " + fault);
    }

    @Override
    public void gaveWay(Alert alert, boolean first) {
        terms.dropped(token, alert);
    }

    @Override
    public void moved() {
        terms.moved();
    }
}
