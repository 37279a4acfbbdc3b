package io.runwisp.api.http;

import io.runwisp.api.sse.StreamCall;
import io.runwisp.api.sse.StreamCourse;
import io.runwisp.time.WallClock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Answers that go on as server-sent events. */
public final class Streaming {

    private Streaming() {
    }

    /**
     * The answer that a course is, for no longer than whoever asks is logged in.
     *
     * @param opening opens the course
     */
    public static Reply reply(Call call, WallClock clock, Function<StreamCall, StreamCourse<?>> opening) {
        Instant until = call.admission().until();
        String last = call.request().header("Last-Event-ID");
        StreamCourse<?> course = opening.apply(new StreamCall(call.admission().caller().address(),
                until == null ? null : Duration.between(clock.now(), until), call.input()::text,
                last.isEmpty() ? null : last));
        return Reply.flowing("text/event-stream", new Reply.Flow() {

            @Override
            public void writeTo(OutputStream target) throws IOException {
                course.run(target);
            }

            @Override
            public void close() {
                course.close();
            }
        }).with("Cache-Control", "no-cache").with("X-Accel-Buffering", "no");
    }
}
