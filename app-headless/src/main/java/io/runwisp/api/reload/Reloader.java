package io.runwisp.api.reload;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.ground.EngineDoor;
import io.runwisp.client.ApiProblem;
import io.runwisp.config.Config;
import io.runwisp.config.LoadResult;
import io.runwisp.config.problem.Problem;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.Reloaded;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.ReloadPlan;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Takes the configuration anew, one reload at a time; and knows which one is in force, and whether the files have changed since. Any thread may ask. */
public final class Reloader implements ConfigInForce {

    /** How long a reload waits for the one before it, and then for the engine and the disk. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How often the files are looked at, at most. */
    static final Duration GLANCE = Duration.ofSeconds(2);

    private record Force(Config config, Instant since, FileWatermark files, boolean partial) {
    }

    private final Parts parts;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Staleness staleness;
    private volatile Force force;

    /** Reads the files. */
    public interface Source {

        /** What they hold now. */
        LoadResult load();
    }

    /** Asks the engine. */
    public interface Asking {

        /** The answer comes when it is decided and written down. */
        CompletableFuture<CommandResult> ask(LongFunction<EngineMessage.Request> question);
    }

    /** Hears what happens. */
    public interface Listener {

        /** This configuration is in force from now on. */
        void taken(Config config);

        /** The files have come to differ from what is in force, or no longer do. */
        void stale(boolean now);
    }

    /** What it works with. */
    public record Parts(Source source, Asking engine, io.runwisp.time.WallClock wall,
            io.runwisp.time.MonotonicClock clock, Listener listener) {
    }

    /** A reloader for a daemon that has begun with this configuration. */
    public Reloader(Config first, Parts parts) {
        this.parts = parts;
        this.staleness = new Staleness(parts.clock(), GLANCE, parts.listener()::stale);
        this.force = new Force(first, parts.wall().now(), FileWatermark.of(first), false);
    }

    @Override
    public Config config() {
        return force.config();
    }

    @Override
    public Instant loadedAt() {
        return force.since();
    }

    /** Looks at the files, unless that was done a moment ago; who listens is told once of each change. */
    @Override
    public boolean isStale() {
        Force now = force;
        return staleness.look(() -> now.partial() || now.files().differs());
    }

    /**
     * Reloads, or says what would happen.
     *
     * @throws ApiProblem {@code reload_rejected}, {@code unit_unknown}, {@code journal_stalled} or {@code stopping}; then nothing has changed
     */
    public ReloadResult reload(ReloadRequest request) {
        if (!await()) {
            throw rejected("Another reload is still under way; ask again when it is done.", List.of());
        }
        try {
            return inTurn(request);
        } finally {
            turn.unlock();
        }
    }

    private boolean await() {
        try {
            return turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ReloadResult inTurn(ReloadRequest request) {
        LoadResult read = parts.source().load();
        Config found = read.config();
        if (found == null) {
            throw rejected(
                    "The configuration has " + read.errors().size() + (read.errors().size() == 1 ? " error" : " errors")
                            + "; what was in force stays in force. Mend the file and reload again.",
                    read.errors().stream().map(Reloader::item).toList());
        }
        Config old = force.config();
        boolean dry = Boolean.TRUE.equals(request.dryRun());
        Config wanted = wanted(old, found, request.units());
        refuseWhatNeedsARestart(old, wanted);
        Map<String, List<String>> keys = Differences.ofUnits(old, wanted);
        Map<String, String> touched = new TreeMap<>();
        keys.forEach((name, differing) -> touched.put(name, String.join(", ", differing)));
        FileWatermark files = FileWatermark.of(found);
        boolean partial = !request.units().isEmpty() && differs(wanted, found);
        CompletableFuture<CommandResult> answer = parts.engine()
            .ask(ticket -> new EngineMessage.ReplaceUnits(ticket, Definitions.of(wanted), touched,
                    EngineRules.of(wanted), dry));
        // Also when it comes later than anybody waits for it: then the engine works by it, and so must everybody else.
        CompletableFuture<CommandResult> settled = answer.thenApply(result -> {
            if (result instanceof Reloaded && !dry) {
                force = new Force(wanted, parts.wall().now(), files, partial);
                parts.listener().taken(wanted);
                staleness.settle(partial);
            }
            return result;
        });
        ReloadPlan plan = plan(EngineDoor.await(settled));
        return PlanOnTheWire.of(plan, !dry, keys, needsRestart(old, wanted),
                request.units().isEmpty() ? List.of() : stillStale(wanted, found),
                read.warnings().stream().map(Reloader::sentence).toList());
    }

    private static Config wanted(Config old, Config found, List<String> names) {
        if (names.isEmpty()) {
            return found;
        }
        List<ProblemItem> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!old.units().containsKey(names.get(i)) && !found.units().containsKey(names.get(i))) {
                unknown.add(new ProblemItem("is neither in the file nor in force", "body.units[" + i + "]",
                        names.get(i)));
            }
        }
        if (!unknown.isEmpty()) {
            throw problem(ProblemCode.UNIT_UNKNOWN, "There is no task or service \"" + unknown.getFirst().value()
                    + "\", neither in the file nor in force; nothing was changed.", unknown);
        }
        Config merged = Merging.of(old, found, names);
        String clash = Merging.clash(merged);
        if (clash != null) {
            throw rejected("Units " + clash + ". Nothing was changed.", List.of());
        }
        return merged;
    }

    private static void refuseWhatNeedsARestart(Config old, Config wanted) {
        List<String> keys = Differences.ofDaemon(old, wanted)
            .stream()
            .filter(key -> key.startsWith("daemon.metrics_"))
            .toList();
        if (!keys.isEmpty()) {
            throw rejected("A running daemon cannot take another " + String.join(", ", keys)
                    + "; nothing was changed. Restart the daemon, or put the key back and reload again.",
                    keys.stream()
                        .map(key -> new ProblemItem("it holds only from the next start of the daemon", key, null))
                        .toList());
        }
    }

    /** What was taken and holds later: the order of starts, and how the bell keeps what it was told. */
    private static List<String> needsRestart(Config old, Config wanted) {
        List<String> keys = new ArrayList<>();
        Differences.ofUnits(old, wanted)
            .forEach((name, differing) -> differing.stream()
                .filter(key -> key.equals("priority") || key.equals("depends_on"))
                .forEach(key -> keys.add("services." + name + "." + key)));
        Differences.ofDaemon(old, wanted).stream().filter(key -> key.startsWith("notif")).forEach(keys::add);
        return keys;
    }

    private static boolean differs(Config wanted, Config found) {
        return !stillStale(wanted, found).isEmpty() || !Differences.ofDaemon(wanted, found).isEmpty();
    }

    private static List<String> stillStale(Config wanted, Config found) {
        Map<String, Boolean> names = new TreeMap<>();
        Differences.ofUnits(wanted, found).keySet().forEach(name -> names.put(name, true));
        wanted.units()
            .keySet()
            .stream()
            .filter(name -> !found.units().containsKey(name))
            .forEach(
                    name -> names.put(name, true));
        found.units()
            .keySet()
            .stream()
            .filter(name -> !wanted.units().containsKey(name))
            .forEach(
                    name -> names.put(name, true));
        return List.copyOf(names.keySet());
    }

    private static ReloadPlan plan(CommandResult result) {
        return switch (result) {
            case Reloaded(var plan) -> plan;
            case Rejected(var reason, var text) when reason == Reason.STALLED ->
                throw problem(ProblemCode.JOURNAL_STALLED, text, List.of());
            case Rejected(var reason, var text) when reason == Reason.STOPPING ->
                throw problem(ProblemCode.STOPPING, text, List.of());
            case Rejected(var _, var text) -> throw rejected(text, List.of());
            default -> throw new IllegalStateException("The engine answered a reload with " + result);
        };
    }

    private static ProblemItem item(Problem problem) {
        return new ProblemItem(sentence(problem), place(problem), null);
    }

    private static String sentence(Problem problem) {
        String expected = problem.expected().isEmpty() ? "" : "; expected " + problem.expected();
        String remedy = problem.remedy().isEmpty() ? "" : "; " + problem.remedy();
        return problem.message() + expected + remedy;
    }

    private static @Nullable String place(Problem problem) {
        String file = problem.place().file().shown();
        return problem.place().line() == 0
                ? file
                : file + ":" + problem.place().line() + ":" + problem.place().column();
    }

    private static ApiProblem rejected(String detail, List<ProblemItem> items) {
        return problem(ProblemCode.RELOAD_REJECTED, detail, items);
    }

    private static ApiProblem problem(ProblemCode code, String detail, List<ProblemItem> items) {
        return new ApiProblem(io.runwisp.wire.Problem.of(code, detail, items));
    }
}
