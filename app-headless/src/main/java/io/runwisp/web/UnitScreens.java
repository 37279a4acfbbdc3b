package io.runwisp.web;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogQuery;
import io.runwisp.client.RunQuery;
import io.runwisp.live.Picture;
import io.runwisp.live.RunWindow;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.view.run.Bars;
import io.runwisp.view.runs.RunsText;
import io.runwisp.view.runs.RunsWanted;
import io.runwisp.view.screen.Pages;
import io.runwisp.view.screen.RunScreen;
import io.runwisp.view.screen.RunsScreen;
import io.runwisp.view.screen.UnitScreen;
import io.runwisp.view.words.Now;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The screens of one unit and of one run. */
final class UnitScreens {

    private static final RunSort OLDEST = new RunSort(RunSort.Field.CREATED_AT, false);

    private final Sources sources;
    private final JoinedDaemonApi api;

    UnitScreens(Sources sources) {
        this.sources = sources;
        api = sources.api();
    }

    UnitScreen unit(Wanted wanted, Picture picture, Now now) {
        String name = wanted.needed("name");
        TaskResponse unit = picture.units().get(name);
        RunsWanted runs = RunsText.ofAddress(wanted.address()).wanted().withTask(name);
        RunWindow window = RunWindow.of(api, runs.page(Pages.number(wanted.query()), RunsScreen.ROWS, wanted.zone()));
        List<Run> recent = api.runs(new RunQuery(RunFilter.ofTask(name), RunSort.NEWEST, Bars.MOST, 0)).runs();
        if (unit == null && recent.isEmpty()) {
            throw new ApiProblem(Problem.of(ProblemCode.UNIT_UNKNOWN, "There is no task or service " + name
                    + " in the configuration that is in force, and no run of it on record."));
        }
        UnitDetails details = UnitDetails.of(sources.config().config().units().get(name));
        return UnitScreen.of(name, unit, picture.info(),
                new UnitScreen.Parts(recent, window, runs, details.keys(), details.variables()), now);
    }

    RunScreen run(String id, Picture picture, Now now) {
        Run run = api.run(id);
        RunFilter filter = RunFilter.ofTask(run.taskName());
        List<Run> newer = around(run, filter.withCreated(run.createdAt(), null), OLDEST, RunScreen.AROUND);
        List<Run> older = around(run, filter.withCreated(null, run.createdAt()), RunSort.NEWEST, Bars.MOST);
        return RunScreen.of(run, new RunScreen.Parts(picture.units().get(run.taskName()), picture.info(), newer, older,
                lastGood(run, filter), params(id), lines(run)), now);
    }

    /** Those on one side of a run, the nearest first. */
    private List<Run> around(Run run, RunFilter filter, RunSort sort, int most) {
        // Runs of one moment are told apart by their ids, and there may be several of them.
        return api.runs(new RunQuery(filter, sort, most + 8, 0))
            .runs()
            .stream()
            .filter(other -> sort.descending()
                    ? other.id().compareTo(run.id()) < 0
                    : other.id().compareTo(run.id()) > 0)
            .limit(most)
            .toList();
    }

    private @Nullable Run lastGood(Run run, RunFilter filter) {
        Instant before = run.createdAt().minusMillis(1);
        List<Run> good = api.runs(new RunQuery(filter.withStatuses(Set.of(EndReason.SUCCESS.word()))
            .withCreated(null, before), RunSort.NEWEST, 1, 0)).runs();
        return good.isEmpty() ? null : good.getFirst();
    }

    private List<RunScreen.Param> params(String id) {
        return sources.params()
            .apply(id)
            .entrySet()
            .stream()
            .map(param -> new RunScreen.Param(param.getKey(), param.getValue()))
            .toList();
    }

    private @Nullable Long lines(Run run) {
        if (run.startAt() == null) {
            return null;
        }
        try {
            return api.log(run.taskName(), run.id(), LogQuery.lines(-1, 1)).totalLines();
        } catch (ApiProblem e) {
            return null;
        }
    }
}
