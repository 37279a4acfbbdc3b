package io.runwisp.client.http;

import io.runwisp.client.RunOperations;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.wire.Message;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.Reruns;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.run.RunSelector;
import io.runwisp.wire.run.RunSummary;
import java.time.Duration;
import java.util.TreeSet;

/** Runs, over HTTP. */
record HttpRuns(Channel channel) implements RunOperations {

    /** A choice may take in every run there is. */
    private static final Duration MANY = Duration.ofMinutes(5);

    @Override
    public RunPage runs(RunQuery query) {
        RunFilter filter = query.filter();
        return channel.ask(RunPage.class, Ask.get(new Query("/api/runs").with("limit", query.limit())
            .with("offset", query.offset())
            .with("status",
                    filter.statuses().isEmpty() ? null : String.join(",", new TreeSet<>(filter.statuses())))
            .with("task_name", filter.taskName())
            .with("search", filter.search())
            .with("triggered_by", filter.trigger() == null ? null : filter.trigger().word())
            .with("created_after", filter.createdAfter())
            .with("created_before", filter.createdBefore())
            .with("exit_code_min", filter.exitCodeMin())
            .with("exit_code_max", filter.exitCodeMax())
            .with("retries_only", filter.retriesOnly())
            .with("sort_field", query.sort().field().word())
            .with("sort_direction", query.sort().descending() ? "desc" : "asc")
            .toString()));
    }

    @Override
    public RunSummary summary() {
        return channel.ask(RunSummary.class, Ask.get("/api/runs/summary"));
    }

    @Override
    public Run run(String id) {
        return channel.ask(Run.class, Ask.get("/api/runs/" + Ask.encoded(id)));
    }

    @Override
    public void deleteRun(String unit, String id) {
        channel.tell(Ask.delete(Ask.run(unit, id)));
    }

    @Override
    public Message stopRun(String unit, String id) {
        return channel.ask(Message.class, Ask.post(Ask.run(unit, id) + "/stop"));
    }

    @Override
    public Affected deleteRuns(RunSelector selector) {
        return channel.ask(Affected.class, bulk("delete", selector));
    }

    @Override
    public Affected restoreRuns(RunSelector selector) {
        return channel.ask(Affected.class, bulk("restore", selector));
    }

    @Override
    public Affected cancelRuns(RunSelector selector) {
        return channel.ask(Affected.class, bulk("cancel", selector));
    }

    @Override
    public Reruns rerunRuns(RunSelector selector) {
        return channel.ask(Reruns.class, bulk("rerun", selector));
    }

    private static Ask bulk(String verb, RunSelector selector) {
        return Ask.post("/api/runs/bulk/" + verb, selector).patient(MANY);
    }
}
