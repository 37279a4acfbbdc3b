package io.runwisp.notify;

import io.runwisp.config.Loading;
import io.runwisp.config.grammar.Failures;
import io.runwisp.engine.Moment;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunStart;
import io.runwisp.time.VirtualClocks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A desk in virtual time, with units of a configuration. */
final class DeskWorld {

    static final String CHAT = """
            [[notifier]]
            id = 'chat'
            type = 'slack'
            webhook_url = 'https://hooks.example/x'
            [[notifier]]
            id = 'post'
            type = 'sendmail'
            from = 'a@example.org'
            to = ['b@example.org']
            """;
    static final String TASKS = CHAT + """
            [tasks.backup]
            run = 'x'
            notify_on_failure = ['chat']
            [tasks.report]
            run = 'x'
            notify_on_failure = ['chat']
            [services.web]
            run = 'x'
            notify_on_failure = ['chat']
            """;
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final VirtualClocks clocks = new VirtualClocks(NOON);
    private final SampleRuns runs = new SampleRuns();
    private final RecordingDeeds deeds = new RecordingDeeds();
    private final FakePast past;
    private final Loading loading;
    private Desk desk;
    private Setup setup;

    DeskWorld(Path directory, String toml) {
        this(directory, toml, new FakePast());
    }

    DeskWorld(Path directory, String toml, FakePast past) {
        this.past = past;
        this.loading = Loading.in(directory);
        this.setup = Setup.of(loading.valid(toml));
        this.desk = new Desk(setup, past, deeds);
    }

    Moment now() {
        return new Moment(clocks.wall().now(), clocks.monotonic().nanos());
    }

    RecordingDeeds deeds() {
        return deeds;
    }

    FakePast past() {
        return past;
    }

    Desk desk() {
        return desk;
    }

    /** What was sent since the last time. */
    List<String> texts() {
        return deeds.texts();
    }

    DeskWorld follow(String toml) {
        setup = Setup.of(loading.valid(toml));
        desk.follow(setup, now());
        return this;
    }

    /** The daemon is killed, and another goes on with what it had written down. */
    DeskWorld die() {
        List<Coalescer.Window> windows = desk.windows(now());
        List<Holds.Held> held = desk.held();
        desk = new Desk(setup, past, deeds);
        desk.restore(windows, held, now());
        return this;
    }

    /** Time passes, and the desk is woken when it wants to be. */
    DeskWorld wait(Duration duration) {
        long end = clocks.monotonic().nanos() + duration.toNanos();
        while (true) {
            long next = Math.min(end, desk.next(now()));
            clocks.advance(Duration.ofNanos(Math.max(0, next - clocks.monotonic().nanos())));
            desk.tick(now());
            if (clocks.monotonic().nanos() >= end) {
                return this;
            }
        }
    }

    DeskWorld minutes(int minutes) {
        return wait(Duration.ofMinutes(minutes));
    }

    Run start(String unit) {
        Run run = runs.pending(unit).withStart(new RunStart(now().wall(), "a.log", null));
        desk.run("run.started", run, now());
        return run;
    }

    Run end(Run run, EndReason reason) {
        Duration ran = run.start() == null ? Duration.ZERO : Duration.between(run.start().at(), now().wall());
        Run over = run.withEnd(new RunEnd(now().wall(), reason, reason == EndReason.SUCCESS ? 0 : 1,
                Failures.builtIn().isFailure(reason, 1, false), ran, null));
        desk.run(reason == EndReason.SUCCESS ? "run.completed" : "run.failed", over, now());
        return over;
    }

    DeskWorld fails(String unit) {
        end(start(unit), EndReason.FAILED);
        return this;
    }

    DeskWorld succeeds(String unit) {
        Run run = start(unit);
        past.printed(run);
        end(run, EndReason.SUCCESS);
        return this;
    }
}
