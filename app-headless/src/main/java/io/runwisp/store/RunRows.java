package io.runwisp.store;

import io.runwisp.model.EndReason;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import io.runwisp.model.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between runs and their rows. */
final class RunRows {

    private RunRows() {
    }

    static RunRow of(Run run) {
        RunOrigin origin = run.origin();
        RunStart start = run.start();
        StopOrder stop = run.stop();
        RunEnd end = run.end();
        ProcessIdentity process = start == null ? null : start.process();
        RunEnd.Usage usage = end == null ? null : end.usage();
        RunId retryOf = origin.retryOf();
        return new RunRow(run.id().text(), origin.externalExecutionId(), run.taskName(), run.replicaIndex(),
                run.phase().word(), end == null ? null : end.reason().word(), end == null ? 0 : end.exitCode(),
                end != null && end.failure(), origin.trigger().word(), InstantText.of(origin.createdAt()),
                InstantText.ofNullable(origin.scheduledAt()), start == null ? null : InstantText.of(start.at()),
                end == null ? null : InstantText.of(end.at()), end == null ? null : millis(end.duration()),
                origin.retryAttempt(), retryOf == null ? null : retryOf.text(),
                InstantText.ofNullable(run.nextRetryAt()), run.message(), ParamsText.of(origin.params()),
                start == null ? null : start.logFile(), process == null ? null : process.pid(),
                process == null ? null : process.startTicks(), process == null ? null : process.bootId(),
                process == null ? null : process.session(), process == null ? null : inodes(process.pipeInodes()),
                stop == null ? null : stop.cause().word(), stop == null ? null : stop.grace().toMillis(),
                stop == null ? null : stop.signal().name(), usage == null ? null : usage.peakMemoryBytes(),
                usage == null ? null : usage.cpuTime().toMillis(), InstantText.ofNullable(run.deletedAt()));
    }

    static Run read(RunRow row) {
        String retryOf = row.retryOfRunId();
        RunOrigin origin = new RunOrigin(word(Trigger.values(), row.triggeredBy()), InstantText.read(row.createdAt()),
                InstantText.readNullable(row.scheduledAt()), row.retryAttempt(),
                retryOf == null ? null : new RunId(retryOf), ParamsText.read(row.paramsJson()),
                row.externalExecutionId());
        return new Run(new RunId(row.id()), row.taskName(), row.replicaIndex(), origin, start(row), stop(row), end(row),
                InstantText.readNullable(row.nextRetryAt()), row.message(), InstantText.readNullable(row.deletedAt()));
    }

    private static @Nullable RunStart start(RunRow row) {
        String at = row.startAt();
        return at == null ? null : new RunStart(InstantText.read(at), row.logFile(), process(row));
    }

    private static @Nullable ProcessIdentity process(RunRow row) {
        Long pid = row.pid();
        Long ticks = row.processStartTicks();
        Long session = row.processSession();
        String bootId = row.processBootId();
        String inodes = row.pipeInodes();
        if (pid == null || ticks == null || session == null || bootId == null || inodes == null) {
            return null;
        }
        List<Long> pipes = Stream.of(inodes.split(" ", -1)).filter(text -> !text.isEmpty()).map(Long::valueOf).toList();
        return new ProcessIdentity(pid, ticks, bootId, session, pipes);
    }

    private static @Nullable StopOrder stop(RunRow row) {
        String cause = row.stopCause();
        String signal = row.stopSignal();
        Long grace = row.stopGraceMs();
        if (cause == null || signal == null || grace == null) {
            return null;
        }
        return new StopOrder(word(StopCause.values(), cause), Duration.ofMillis(grace), StopSignal.valueOf(signal));
    }

    private static @Nullable RunEnd end(RunRow row) {
        String at = row.endAt();
        String reason = row.endReason();
        if (at == null || reason == null) {
            return null;
        }
        Long memory = row.peakMemoryBytes();
        Long cpu = row.cpuTimeMs();
        Long length = row.durationMs();
        return new RunEnd(InstantText.read(at), EndReason.ofWord(reason).orElseThrow(() -> unknown(reason)),
                row.exitCode(), row.isFailure(), length == null ? null : Duration.ofMillis(length),
                memory == null || cpu == null ? null : new RunEnd.Usage(memory, Duration.ofMillis(cpu)));
    }

    static <W extends Word> W word(W[] words, String written) {
        return Word.find(words, written).orElseThrow(() -> unknown(written));
    }

    private static StoreException unknown(String written) {
        return new StoreException("the database holds the word «" + written + "», which this version does not know");
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static String inodes(List<Long> inodes) {
        return inodes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
