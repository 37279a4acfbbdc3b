package io.runwisp.cli.remote;

import io.runwisp.cli.terminal.Console;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.model.UnitKind;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.List;

/** Follows logs until all of them have ended: services as wholes, everything else run by run. */
final class LogTail {

    private final DaemonApi daemon;
    private final LogWish wish;
    private final LinePrinter lines;

    LogTail(Console console, DaemonApi daemon, LogWish wish) {
        this.daemon = daemon;
        this.wish = wish;
        this.lines = new LinePrinter(console.out(), console.err());
    }

    void follow(Targets targets, List<LogSource> sources) {
        List<TaskResponse> services = targets.units()
            .stream()
            .filter(unit -> unit.kind().equals(UnitKind.SERVICE.word()))
            .toList();
        List<LogSource> single = sources.stream().filter(source -> !source.service()).toList();
        boolean several = services.size() + single.size() > 1;
        List<LogFollower> followers = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        try {
            for (TaskResponse service : services) {
                boolean mixed = several || service.now().replicas().size() > 1;
                LogFollower follower = new LogFollower(lines, "", wish::wants, mixed ? service.name() : null);
                followers.add(follower);
                subscriptions.add(daemon.serviceLogStream(service.name(), replay(), follower));
            }
            for (LogSource source : single) {
                LogFollower follower = new LogFollower(lines, source.prefix(several), wish::wants, null);
                followers.add(follower);
                Integer last = wish.last();
                subscriptions.add(daemon.logStream(source.unit(), source.run(), last == null ? 0 : -(long) last,
                        StreamOperations.MOST_REPLAY, follower));
            }
            if (followers.isEmpty()) {
                lines.note("Nothing has run yet, so there is nothing to follow.");
            }
            followers.forEach(LogFollower::await);
        } finally {
            subscriptions.forEach(Subscription::close);
        }
    }

    private int replay() {
        Integer last = wish.last();
        return last == null ? StreamOperations.USUAL_REPLAY : last;
    }
}
