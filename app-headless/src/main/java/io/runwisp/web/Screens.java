package io.runwisp.web;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.HostOperations;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogQuery;
import io.runwisp.client.RunQuery;
import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.live.RunWindow;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunSort;
import io.runwisp.view.diff.RunDiff;
import io.runwisp.view.diff.TextDiff;
import io.runwisp.view.plan.PlanView;
import io.runwisp.view.runs.RunsText;
import io.runwisp.view.screen.BellScreen;
import io.runwisp.view.screen.DaemonScreen;
import io.runwisp.view.screen.OverviewScreen;
import io.runwisp.view.screen.Pages;
import io.runwisp.view.screen.RunsScreen;
import io.runwisp.view.screen.ShellScreen;
import io.runwisp.view.screen.UnitsScreen;
import io.runwisp.view.screen.UnitsWanted;
import io.runwisp.view.words.Now;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws screens: asks for what they show, and has {@code view} put it together. Any thread may draw. */
final class Screens {

    private static final Link LIVE = new Link.Live();
    private static final int ENDED = 6;

    private final Sources sources;
    private final JoinedDaemonApi api;
    private final UnitScreens units;
    private final TimeScreens times;

    Screens(Sources sources) {
        this.sources = sources;
        api = sources.api();
        units = new UnitScreens(sources);
        times = new TimeScreens(api);
    }

    /**
     * A screen.
     *
     * @param picture what is so
     * @param found what a search has found so far; asked only by that screen
     * @throws io.runwisp.client.ApiFailure when it cannot be shown
     */
    Record draw(Wanted wanted, Picture picture, Sight sight, OutputSearch.Found found) {
        Now now = wanted.at(sources.clock().now());
        HostOperations host = api;
        return switch (wanted.screen()) {
            case SHELL -> ShellScreen.of(picture, host.system().host(), picture.unread() > 0 && sight.unreadBad(), now);
            case OVERVIEW -> OverviewScreen.of(LIVE, picture, UnitsWanted.of(wanted.query()),
                    new OverviewScreen.Parts(sight::recent, times.today(now, sight, picture), ended(),
                            host.systemHistory()),
                    now);
            case UNITS -> UnitsScreen.of(LIVE, picture, UnitsWanted.of(wanted.query()), sight::recent, now);
            case UNIT -> units.unit(wanted, picture, now);
            case RUN -> units.run(wanted.needed("id"), picture, now);
            case RUNS -> runs(wanted, picture, now);
            case DIFF -> diff(wanted, now);
            case BELL -> BellScreen.of(
                    api.notifications(wanted.value("rows").map(Integer::parseInt).orElse(BellScreen.ROWS),
                            wanted.value("before").orElse(null)),
                    picture.unread(), wanted.value("before").isEmpty(), now);
            case CALENDAR -> times.calendar(wanted, sight, picture, now);
            case UPCOMING -> times.upcoming(wanted, now);
            case WHY -> times.why(wanted, picture, now);
            case PLAN -> PlanView.of(api.reload(new ReloadRequest(List.of(), true)), now);
            case SEARCH -> found.view(wanted.value("q").orElse(""), picture, api, now);
            case DAEMON -> DaemonScreen.of(host.instance(), picture.info(), host.system(), host.systemHistory(), now);
        };
    }

    private List<Run> ended() {
        return api
            .runs(new RunQuery(RunFilter.ALL.withStatuses(Set.of(RunPhase.ENDED.word())), RunSort.NEWEST, ENDED, 0))
            .runs();
    }

    private RunsScreen runs(Wanted wanted, Picture picture, Now now) {
        RunsText.Read read = RunsText.ofAddress(wanted.address());
        RunQuery query = read.wanted().page(Pages.number(wanted.query()), RunsScreen.ROWS, wanted.zone());
        return RunsScreen.of(RunWindow.of(api, query), read, picture.units().keySet(), now);
    }

    private RunDiff diff(Wanted wanted, Now now) {
        Run left = api.run(wanted.needed("left"));
        Run right = api.run(wanted.needed("right"));
        return RunDiff.of(left, printed(left), right, printed(right), now);
    }

    /** The last lines that a run has printed. */
    private List<LogLine> printed(Run run) {
        List<LogLine> lines = new ArrayList<>();
        try {
            Long from = (long) -TextDiff.MOST_LINES;
            while (from != null && lines.size() < TextDiff.MOST_LINES) {
                LogPage page = api.log(run.taskName(), run.id(), LogQuery.lines(from, LogQuery.MOST));
                lines.addAll(page.lines());
                long next = page.lines().isEmpty() ? page.totalLines() : page.lines().getLast().n() + 1;
                from = next < page.totalLines() && !page.lines().isEmpty() ? next : null;
            }
        } catch (ApiProblem e) {
            if (!e.problem().code().equals(ProblemCode.LOG_UNKNOWN.word())) {
                throw e;
            }
        }
        return lines;
    }
}
