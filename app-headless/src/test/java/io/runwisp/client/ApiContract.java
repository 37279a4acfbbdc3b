package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.TriggerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** A part of what holds for every form of {@link DaemonApi}. */
abstract class ApiContract {

    static final TriggerRequest PLAIN = new TriggerRequest(Map.of());
    static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    static final String NOBODY = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    private final Supplier<DaemonApi> api;

    ApiContract(Supplier<DaemonApi> api) {
        this.api = api;
    }

    /** The form that is tested, joined to the daemon of this test. */
    final DaemonApi api() {
        return api.get();
    }

    static void refused(ProblemCode code, Executable verb) {
        ApiProblem problem = assertThrows(ApiProblem.class, verb);
        assertEquals(code.word() + " " + code.status(), problem.problem().code() + " " + problem.problem().status());
        assertFalse(problem.problem().detail().isBlank());
    }

    static final class Heard<T> implements StreamListener<T> {

        final BlockingQueue<T> events = new LinkedBlockingQueue<>();

        @Override
        public void next(T event) {
            events.add(event);
        }

        @Override
        public void ended(@Nullable ApiFailure why) {
            // Whoever waits for an event that does not come fails by its bound.
        }

        void await(Predicate<T> wanted) throws InterruptedException {
            T event = events.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            while (event != null && !wanted.test(event)) {
                event = events.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            }
            assertNotNull(event, "what was waited for has not come");
        }
    }
}
