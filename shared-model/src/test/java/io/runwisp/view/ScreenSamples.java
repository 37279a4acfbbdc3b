package io.runwisp.view;

import io.runwisp.client.RunQuery;
import io.runwisp.live.RunWindow;
import io.runwisp.model.RunFilter;
import io.runwisp.view.run.Bars;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.run.Strip;
import io.runwisp.view.runs.RunListView;
import io.runwisp.view.runs.RunsWanted;
import io.runwisp.view.screen.BellScreen;
import io.runwisp.view.screen.CalendarScreen;
import io.runwisp.view.screen.ConsoleLines;
import io.runwisp.view.screen.DaemonScreen;
import io.runwisp.view.screen.Due;
import io.runwisp.view.screen.HostView;
import io.runwisp.view.screen.OverviewScreen;
import io.runwisp.view.screen.RunAction;
import io.runwisp.view.screen.RunScreen;
import io.runwisp.view.screen.RunsScreen;
import io.runwisp.view.screen.ShellScreen;
import io.runwisp.view.screen.UnitList;
import io.runwisp.view.screen.UnitScreen;
import io.runwisp.view.screen.UnitsScreen;
import io.runwisp.view.screen.UpcomingScreen;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ParamResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One of each screen, with something in each of its places. */
final class ScreenSamples {

    private ScreenSamples() {
    }

    static Stream<Record> of(Run run, UnitView unit, Now now) {
        Instant at = now.at();
        RunRow row = RunRow.of(run, now);
        RunListView runs = RunListView.of(new RunWindow(RunQuery.newest(RunFilter.ALL), List.of(run), 1, run.id()),
                RunsWanted.ALL, now);
        Rhythm rhythm = Rhythm.of(List.of(run), now);
        Bars bars = new Bars(List.of(new Bars.Bar(run.id(), at, 7, Mark.FAILED, Tone.BAD, "Failed.")),
                new Bars.Band(1, 2, 3));
        HostView host = new HostView(3, 40, List.of(1, 3), List.of(40), "3 %", false);
        Due due = new Due("backup", at, "03:15", "in 3 h", at, "it is paused");
        UnitList units = new UnitList("1 unit.", List.of(new UnitList.Chip("all", "All", 1, true)), "all", "priority",
                "", List.of(new UnitList.Row(unit, "failed", "3 m", new Strip("x", List.of(50)))), 0, 1, 1, "None.");
        RunScreen.Fact fact = new RunScreen.Fact("Started", "03:15");
        return Stream.of(
                new ShellScreen("quiet-heron", "box", "1.2.3", "UTC", "system", true, "It differs.",
                        "The disk is full.",
                        List.of(new ShellScreen.Group("Shop", List.of(new ShellScreen.Entry("backup", false,
                                Mark.FAILED, Tone.BAD, "failed", "in 9 h", at)))),
                        3, 1, "1", true),
                new OverviewScreen(new Headline("All is well.", Tone.GOOD), "Nothing runs.",
                        List.of(new OverviewScreen.Need("backup", "backup#1", true, Mark.DEAD, "gave up", Tone.BAD,
                                "It was given up.", run.id())),
                        2, List.of(new OverviewScreen.Running("backup", "backup", false, "12 s", at, 7L, run.id())), 1,
                        List.of(due), null, units, List.of(row), host, new OverviewScreen.Lesson("Nothing.", "[task]")),
                new UnitsScreen(new Headline("All is well.", Tone.GOOD), units),
                new UnitScreen("backup", unit, "It is gone.", rhythm, bars, runs, 0, 1,
                        List.of(new UnitScreen.Detail("cron", "@daily", "at midnight")),
                        List.of(new UnitScreen.Variable("TOKEN", "/run/token", true)),
                        List.of(new ParamResponse("level", "env", "string", false, "1", List.of("1"), true,
                                "How much")),
                        List.of(new UnitScreen.Replica(0, "backup", Mark.RUNNING, "running", Tone.GOOD, "Up.", run.id(),
                                at, at))),
                new RunScreen(row, "Failed after 7 s", ", exit 2.", Tone.BAD, false, unit, List.of(fact), at, at, at,
                        List.of(new RunAction(RunAction.Kind.STOP, "Stop", "It ends.", "It is over.")),
                        List.of(new RunScreen.Param("level", "2")), rhythm, bars, List.of(row), run.id(), run.id(),
                        run.id(), run.id(), run.id()),
                new RunsScreen(runs, 0, 1, List.of("exit: what?"), List.of("backup")),
                new BellScreen("Nothing.", 0, List.of(), "01", "Nothing has rung."),
                new CalendarScreen("Nothing.", CalendarScreen.Span.DAY, List.of(), "2026-11-26", "2026-11-25",
                        "2026-11-27",
                        "2026-11-26", "They go back."),
                new UpcomingScreen("Nothing.", 24, List.of(due), true, "Nothing is due."),
                new DaemonScreen("Up.", List.of(fact), host),
                new ConsoleLines("a", true,
                        List.of(new ConsoleLines.Line(new LogLine(1, 2, "stdout", "text", true), run.id(), 0)),
                        List.of(new LogDropped(1, 2, null)), 1L,
                        List.of(new LogRegion("stdout", 1, List.of("50 %"), null)), new LogDone(1, "ended")));
    }
}
