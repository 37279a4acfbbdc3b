package io.runwisp.api.http;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.RunOperations;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunSelector;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs. */
record RunRoutes(RunOperations runs) {

    private static final String[] OF_LISTS = {"limit", "offset", "status", "task_name", "sort_field", "sort_direction",
            "search", "triggered_by", "created_after", "created_before", "exit_code_min", "exit_code_max",
            "retries_only"};
    private static final int LONGEST_STATUS = 256;

    List<Route> routes() {
        return List.of(
                Route.get("/api/runs", call -> Reply.json(runs.runs(query(call.input(), null))), OF_LISTS),
                Route.get("/api/tasks/{taskName}/runs",
                        call -> Reply.json(runs.runs(query(call.input(), call.input().unit()))), OF_LISTS),
                Route.get("/api/runs/summary", _ -> Reply.json(runs.summary())),
                Route.get("/api/runs/{runId}", this::run),
                Route.get("/api/tasks/{taskName}/runs/{runId}", this::runOf),
                Route.delete("/api/tasks/{taskName}/runs/{runId}", this::delete),
                Route.post("/api/tasks/{taskName}/runs/{runId}/stop", this::stop),
                bulk("delete", runs::deleteRuns),
                bulk("restore", runs::restoreRuns),
                bulk("cancel", runs::cancelRuns),
                bulk("rerun", runs::rerunRuns));
    }

    private static Route bulk(String verb, Function<RunSelector, Record> operation) {
        return Route.post("/api/runs/bulk/" + verb,
                call -> Reply.json(operation.apply(call.input().body(RunSelector.class))));
    }

    private Reply run(Call call) {
        String id = call.input().run();
        call.input().check();
        return Reply.json(runs.run(id));
    }

    private Reply runOf(Call call) {
        String unit = call.input().unit();
        String id = call.input().run();
        call.input().check();
        Run run = runs.run(id);
        if (!run.taskName().equals(unit)) {
            throw new ApiProblem(Problem.of(ProblemCode.RUN_UNKNOWN, unit + " has no run " + id + "."));
        }
        return Reply.json(run);
    }

    private Reply delete(Call call) {
        String unit = call.input().unit();
        String id = call.input().run();
        call.input().check();
        runs.deleteRun(unit, id);
        return Reply.nothing();
    }

    private Reply stop(Call call) {
        String unit = call.input().unit();
        String id = call.input().run();
        call.input().check();
        return Reply.json(runs.stopRun(unit, id));
    }

    /** What a list is limited to; the unit of the path wins over the one of the query. */
    private static RunQuery query(Input input, @Nullable String unit) {
        String status = input.text("status", 0, LONGEST_STATUS);
        String named = input.unitName("task_name");
        RunSort.Field field = input.word("sort_field", RunSort.Field.class);
        String direction = input.text("sort_direction");
        if (direction != null && !Set.of("asc", "desc", "").contains(direction)) {
            input.wrong("query.sort_direction", direction, "asc or desc");
        }
        RunFilter filter = new RunFilter(words(status), unit == null ? named : unit,
                input.text("search", 0, RunQuery.LONGEST_SEARCH), input.word("triggered_by", Trigger.class),
                input.instant("created_after"), input.instant("created_before"), input.integer("exit_code_min"),
                input.integer("exit_code_max"), input.flag("retries_only"));
        int limit = input.number("limit", 1, RunQuery.MOST, RunQuery.USUAL);
        int offset = input.number("offset", 0, Integer.MAX_VALUE, 0);
        input.check();
        return new RunQuery(filter, new RunSort(field == null ? RunSort.Field.CREATED_AT : field,
                !"asc".equals(direction)), limit, offset);
    }

    private static Set<String> words(@Nullable String status) {
        return status == null
                ? Set.of()
                : Arrays.stream(status.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(
                            Collectors.toUnmodifiableSet());
    }
}
