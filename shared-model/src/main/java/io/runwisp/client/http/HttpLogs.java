package io.runwisp.client.http;

import io.runwisp.client.LogOperations;
import io.runwisp.client.LogQuery;
import io.runwisp.client.LogSearch;
import io.runwisp.client.RawLog;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.SearchPage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What runs have printed, over HTTP. */
record HttpLogs(Channel channel) implements LogOperations {

    /** What a daemon gives a search, and a little more. */
    private static final Duration SEARCHING = Duration.ofSeconds(65);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"/\\\\]+)\"");

    @Override
    public LogPage log(String unit, String run, LogQuery query) {
        return channel.ask(LogPage.class, Ask.get(new Query(Ask.run(unit, run) + "/log").with("from", query.from())
            .with("limit", query.limit())
            .with("from_ts", query.fromTs())
            .with("to_ts", query.toTs())
            .toString()));
    }

    @Override
    public RawLog rawLog(String unit, String run) {
        Ask ask = Ask.get(Ask.run(unit, run) + "/log/raw");
        Channel.Answer answer = channel.open(ask);
        Matcher name = FILE_NAME.matcher(answer.headers().firstValue("Content-Disposition").orElse(""));
        if (!name.find()) {
            answer.body().close();
            throw channel.faults().stranger(ask, 200, answer.headers(), null);
        }
        return new Download(name.group(1), answer.body());
    }

    private record Download(String fileName, Body body) implements RawLog {

        @Override
        public void copyTo(OutputStream target) throws IOException {
            body.copyTo(target, Channel.SILENCE);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    @Override
    public SearchPage searchLogs(String unit, LogSearch search) {
        return channel.ask(SearchPage.class, Ask.get(new Query(Ask.unit(unit) + "/log/search").with("q", search.query())
            .with("regex", search.regex())
            .with("case", search.caseSensitive())
            .with("run_id", search.runId())
            .with("limit", search.limit())
            .with("cursor", search.cursor())
            .toString()).patient(SEARCHING));
    }
}
