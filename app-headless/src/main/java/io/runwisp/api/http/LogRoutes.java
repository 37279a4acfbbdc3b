package io.runwisp.api.http;

import io.runwisp.client.LogOperations;
import io.runwisp.client.LogQuery;
import io.runwisp.client.LogSearch;
import io.runwisp.client.RawLog;
import io.runwisp.wire.log.LogPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What runs have printed. */
record LogRoutes(LogOperations logs) {

    private static final int LONGEST_CURSOR = 4096;

    List<Route> routes() {
        return List.of(
                Route.get("/api/tasks/{taskName}/runs/{runId}/log", this::page, "from", "limit", "from_ts", "to_ts"),
                Route.get("/api/tasks/{taskName}/runs/{runId}/log/raw", this::raw),
                Route.get("/api/tasks/{taskName}/log/search", this::search, "q", "regex", "case", "run_id", "limit",
                        "cursor"));
    }

    private Reply page(Call call) {
        Input input = call.input();
        String unit = input.unit();
        String run = input.run();
        Long from = input.number("from", Long.MIN_VALUE, Long.MAX_VALUE);
        int limit = input.number("limit", 1, LogQuery.MOST, LogQuery.USUAL);
        Long fromTs = input.number("from_ts", 0L, Long.MAX_VALUE);
        Long toTs = input.number("to_ts", 0L, Long.MAX_VALUE);
        input.check();
        LogPage page = logs.log(unit, run,
                new LogQuery(from == null ? LogQuery.USUAL_FROM : from, limit, fromTs, toTs));
        return Reply.json(page);
    }

    private Reply raw(Call call) {
        String unit = call.input().unit();
        String run = call.input().run();
        call.input().check();
        RawLog log = logs.rawLog(unit, run);
        return Reply.flowing("text/plain; charset=utf-8", new Reply.Flow() {

            @Override
            public void writeTo(OutputStream target) throws IOException {
                log.copyTo(target);
            }

            @Override
            public void close() throws IOException {
                log.close();
            }
        }).with("Content-Disposition", "attachment; filename=\"" + log.fileName() + "\"");
    }

    private Reply search(Call call) {
        Input input = call.input();
        String unit = input.unit();
        String text = input.needed("q", 1, LogSearch.LONGEST_QUERY);
        boolean regex = input.flag("regex");
        boolean exact = input.flag("case");
        String run = input.ulid("run_id");
        int limit = input.number("limit", 1, LogSearch.MOST, LogSearch.USUAL);
        String cursor = input.text("cursor", 1, LONGEST_CURSOR);
        input.check();
        return Reply.json(logs.searchLogs(unit, new LogSearch(text, regex, exact, run, limit, cursor)));
    }
}
