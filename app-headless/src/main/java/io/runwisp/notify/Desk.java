package io.runwisp.notify;

import io.runwisp.engine.Moment;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.UnitKind;
import io.runwisp.notify.Coalescer.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about everything that happens: who hears it, at once or later, in one message or in many. It reads no clock and waits for nothing, so that whole days
 * of it are tested in no time. One thread at a time.
 */
final class Desk {

    /** A wall clock may be set: what waits for one is looked at this often. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Deeds deeds;
    private final Coalescer coalescer;
    private final Holds holds = new Holds();
    private final Streaks streaks;
    private final Watch watch;
    private final Map<RunId, Steady> settling = new LinkedHashMap<>();
    private Setup setup;

    private record Steady(Run run, long at) {
    }

    Desk(Setup setup, Past past, Deeds deeds) {
        this.setup = setup;
        this.deeds = deeds;
        this.coalescer = new Coalescer(setup.folding());
        this.watch = new Watch(past, setup.watch());
        this.streaks = new Streaks(past, this::hearers);
    }

    /** From now on this holds; what is held and known stays. */
    void follow(Setup other, Moment now) {
        setup = other;
        coalescer.follow(other.folding());
        watch.follow(other.watch());
        watch.keep(other.kinds().keySet());
        holds.follow(other.maintenance(), now.wall());
        tick(now);
    }

    /** An event about a run. */
    void run(String event, Run run, Moment now) {
        tick(now);
        UnitKind kind = setup.kind(run.taskName());
        Happening happening = Happening.of(event, run, kind, now.wall());
        if (happening == null) {
            return;
        }
        deeds.hook(happening, run);
        deeds.ping(run, happening);
        if (happening.news().kind() == EventKind.RUN_STARTED) {
            tell(happening, now);
            started(run, kind, now);
        } else {
            settling.remove(run.id());
            ended(run, happening, now);
        }
    }

    private void started(Run run, @Nullable UnitKind kind, Moment now) {
        if (kind == UnitKind.TASK) {
            watch.started(run, now);
        } else if (kind == UnitKind.SERVICE && setup.recovered() && streaks.isFailing(run)) {
            settling.put(run.id(), new Steady(run, now.after(setup.steady().getOrDefault(run.taskName(), LOOK))));
        }
    }

    private void ended(Run run, Happening happening, Moment now) {
        boolean well = run.end() != null && run.end().reason() == EndReason.SUCCESS && !happening.failure();
        if (happening.failure()) {
            watch.ended(run);
            // Asked before it is told, because a streak that nobody knows yet is read from the journal.
            streaks.failed(run, happening.alert().at(), hearers(happening));
            tell(happening, now);
        } else if (well) {
            tell(happening, now);
            recovered(run, now);
            watch.succeeded(run, now).forEach(odd -> odd(odd, run, now));
        } else {
            watch.ended(run);
            tell(happening, now);
        }
    }

    private void recovered(Run run, Moment now) {
        Streaks.Streak streak = streaks.recovered(run);
        if (streak.failures() == 0 || !setup.recovered()) {
            return;
        }
        Happening happening = Happening.about(run, EventKind.RUN_RECOVERED, EventSeverity.INFO, "is ok again",
                Streaks.sentence(streak, now.wall()), setup.kind(run.taskName()), now.wall());
        deeds.hook(happening, run);
        deeds.ring(happening);
        Set<String> tokens = new LinkedHashSet<>(streak.told());
        setup.routing().hears(happening).forEach(heard -> tokens.add(heard.token()));
        for (String token : tokens) {
            Coalescer.Key key = new Coalescer.Key(token, run.taskName(), happening.fingerprint());
            boolean flapping = coalescer.isOpen(key);
            boolean held = pass(key, happening.alert(), now);
            if (!flapping && !held) {
                // Whoever was told that it is well must hear at once when it is not.
                coalescer.forgetAllBut(key);
            }
        }
    }

    private void odd(Happening happening, Run run, Moment now) {
        deeds.hook(happening, run);
        deeds.ring(happening);
        tell(happening, now);
    }

    /** Something that is not behind the row of a run. */
    void plain(Happening happening, Moment now) {
        tick(now);
        deeds.hook(happening, null);
        tell(happening, now);
    }

    private void tell(Happening happening, Moment now) {
        for (Routing.Heard heard : setup.routing().hears(happening)) {
            pass(new Coalescer.Key(heard.token(), happening.unit(), happening.fingerprint()), happening.alert(), now);
        }
    }

    /** Sends it, or holds it for a while; true when maintenance holds it. */
    private boolean pass(Coalescer.Key key, Alert alert, Moment now) {
        if (hold(key.token(), alert, now)) {
            return true;
        }
        coalescer.take(key, alert, now).ifPresent(due -> deeds.send(key.token(), due));
        return false;
    }

    private boolean hold(String token, Alert alert, Moment now) {
        Maintenance.Active window = setup.maintenance()
            .holding(alert.unit(), now.wall())
            .or(() -> setup.maintenance().holding(alert.unit(), alert.at()))
            .orElse(null);
        if (window == null) {
            return false;
        }
        holds.hold(window, token, alert);
        return true;
    }

    /** Does what time has brought. */
    void tick(Moment now) {
        for (Happening odd : watch.due(now)) {
            deeds.hook(odd, null);
            deeds.ring(odd);
            tell(odd, now);
        }
        for (Iterator<Steady> all = settling.values().iterator(); all.hasNext();) {
            Steady each = all.next();
            if (each.at() <= now.nanos()) {
                all.remove();
                recovered(each.run(), now);
            }
        }
        for (Due due : coalescer.due(now)) {
            if (!hold(due.token(), due.alert(), now)) {
                deeds.send(due.token(), due.alert());
            }
        }
        holds.due(now.wall()).forEach(due -> deeds.send(due.token(), due.alert()));
    }

    /** The daemon ends: what was held to be told as one is told now. What maintenance holds stays held. */
    void farewell(Moment now) {
        tick(now);
        for (Due due : coalescer.flush()) {
            if (!hold(due.token(), due.alert(), now)) {
                deeds.send(due.token(), due.alert());
            }
        }
    }

    /** When time matters again, by the monotonic clock. */
    long next(Moment now) {
        long next = Math.min(coalescer.next(), watch.next());
        for (Steady each : settling.values()) {
            next = Math.min(next, each.at());
        }
        Instant over = holds.next();
        if (over.equals(Instant.MAX)) {
            return next;
        }
        Duration left = Duration.between(now.wall(), over);
        Duration wait = left.compareTo(LOOK) > 0 ? LOOK : left.isNegative() ? Duration.ZERO : left;
        return Math.min(next, now.after(wait));
    }

    private List<String> hearers(Run run) {
        Happening happening = Happening.of("run.failed", run, setup.kind(run.taskName()), run.origin().createdAt());
        return happening == null ? List.of() : hearers(happening);
    }

    private List<String> hearers(Happening happening) {
        List<String> tokens = new ArrayList<>();
        setup.routing().hears(happening).forEach(heard -> tokens.add(heard.token()));
        return tokens;
    }

    /** What is held to be told as one, for another life. */
    List<Coalescer.Window> windows(Moment now) {
        return coalescer.windows(now);
    }

    /** What maintenance holds, for another life. */
    List<Holds.Held> held() {
        return holds.all();
    }

    /** Goes on where another life was. */
    void restore(List<Coalescer.Window> windows, List<Holds.Held> held, Moment now) {
        coalescer.restore(windows, now);
        holds.restore(held);
        holds.follow(setup.maintenance(), now.wall());
    }
}
