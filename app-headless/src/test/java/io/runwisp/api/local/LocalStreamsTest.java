package io.runwisp.api.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.api.stream.LiveStage;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.LogEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStreamsTest {

    private final Heard heard = new Heard();

    @TempDir
    Path directory;

    @Test
    void eventsAreToldInOrderFromAPlaceOnAndNoneAfterTheEnd() throws InterruptedException {
        try (LiveStage stage = new LiveStage(directory)) {
            LiveStage.Life run = stage.run("backup", 0).start(0);
            try (Subscription _ = new LocalStreams(stage.parts()).events(1L, heard.as())) {
                run.finishLog().end();
                assertEquals(List.of("run.started", "run.completed"), heard.next(2));
            }
            stage.run("backup", 0);
            assertEquals(0, heard.told.size());
        }
    }

    @Test
    void aLogIsToldToItsEndAndThenTheStreamHasEnded() throws InterruptedException {
        try (LiveStage stage = new LiveStage(directory)) {
            LiveStage.Life run = stage.run("backup", 0).start(0).print("a");
            try (Subscription _ = new LocalStreams(stage.parts()).logStream("backup", run.id(), 0, 10, heard.as())) {
                assertEquals(List.of("a"), heard.next(1));
                run.print("b").finishLog().end();
                assertEquals(List.of("b", "done 1", "ended"), heard.next(3));
            }
        }
    }

    @Test
    void replicasAndTheDaemonAreHeardAsWell() throws InterruptedException {
        try (LiveStage stage = new LiveStage(directory)) {
            stage.unit("api");
            stage.run("api", 0).start(0).print("of the service");
            try (Subscription _ = new LocalStreams(stage.parts()).serviceLogStream("api", 10, heard.as())) {
                assertEquals(List.of("of the service"), heard.next(1));
            }
            stage.lines.add("of the daemon");
            try (Subscription _ = new LocalStreams(stage.parts()).daemonLog(heard.as())) {
                assertEquals(List.of("of the daemon"), heard.next(1));
            }
        }
    }

    /** What was told, as texts. */
    private static final class Heard {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        <T> StreamListener<T> as() {
            return new StreamListener<>() {
                @Override
                public void next(T event) {
                    told.add(text(event));
                }

                @Override
                public void ended(@Nullable ApiFailure why) {
                    told.add(why == null ? "ended" : "ended: " + why.getMessage());
                }
            };
        }

        List<String> next(int count) throws InterruptedException {
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                taken.add(Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS), "nothing comes behind " + taken));
            }
            return taken;
        }

        private static String text(Object event) {
            return switch (event) {
                case DaemonEvent.RunChanged changed -> changed.name().word();
                case LogEvent.Line(var line) -> line.text();
                case LogEvent.ServiceLine(var line) -> line.line().text();
                case LogEvent.Done(var end) -> "done " + end.finalLine();
                default -> event.toString();
            };
        }
    }
}
