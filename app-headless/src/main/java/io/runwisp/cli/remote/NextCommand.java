package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.Upcoming;

import java.util.List;

/** {@code runwisp next}: what is due next. */
public final class NextCommand extends RemoteCommand<Integer> {

    private static final Option LIMIT = Option.value("limit", 'n', "N", "at most so many (default: 10)");
    private static final int USUAL = 10;

    private static final Manual MANUAL = new Manual("next", "show what is due next", List.of(),
            List.of("The slots ahead of all tasks, earliest first, in your zone. What is held, by a pause for instance, "
                    + "says so: it will not start as things stand."),
            Connection.options(LIMIT), List.of(new Manual.Example("runwisp next -n 3", "the next three")));

    /** The command. */
    public NextCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    Integer wish(Invocation invocation) {
        String written = invocation.value(LIMIT);
        return written == null ? USUAL : Usage.number("-n", written, 1, UpcomingQuery.MOST);
    }

    @Override
    int fulfil(Integer limit, Invocation invocation, DaemonApi daemon) {
        Now now = now();
        Upcoming upcoming = daemon.upcoming(new UpcomingQuery(now.at(), now.at().plus(UpcomingQuery.LONGEST), limit));
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                json.writeBooleanField("complete", upcoming.complete());
                Shape.field(json, "firings", upcoming.firings());
            });
        } else {
            print(invocation.console().out(), upcoming, now);
        }
        return ExitCode.GOOD;
    }

    private static void print(Printer out, Upcoming upcoming, Now now) {
        if (upcoming.firings().isEmpty()) {
            out.line("Nothing is due within a year.");
            return;
        }
        Table table = new Table("WHEN", "", "TASK", "NOTE");
        for (Firing firing : upcoming.firings()) {
            String note = firing.held() == null
                    ? firing.latestStartAt() == null || firing.latestStartAt().equals(firing.at())
                            ? ""
                            : "starts by " + Times.clock(firing.latestStartAt(), now)
                    : "held: " + Times.told(firing.held(), now);
            table.row(Times.slot(firing.at(), now), Times.away(firing.at(), now), Tones.safe(firing.taskName(), out),
                    Tones.safe(note, out));
        }
        table.print(out);
    }
}
