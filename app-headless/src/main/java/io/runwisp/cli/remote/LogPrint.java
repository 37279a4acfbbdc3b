package io.runwisp.cli.remote;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Option;
import io.runwisp.client.DaemonApi;
import io.runwisp.wire.log.LogLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints logs as they are now, lines of several by their times. */
final class LogPrint {

    private final Invocation invocation;
    private final DaemonApi daemon;
    private final LogWish wish;

    LogPrint(Invocation invocation, DaemonApi daemon, LogWish wish) {
        this.invocation = invocation;
        this.daemon = daemon;
        this.wish = wish;
    }

    private record Tagged(LogSource source, LogLine line) {
    }

    private interface Sink {

        void take(Tagged line) throws IOException;
    }

    /**
     * Prints them.
     *
     * @param unknown what else was asked for and is not there
     */
    void print(List<LogSource> sources, List<Targets.Unknown> unknown) {
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                json.writeArrayFieldStart("lines");
                boolean _ = each(sources, tagged -> write(json, tagged));
                json.writeEndArray();
                if (!unknown.isEmpty()) {
                    Shape.texts(json, "unknown", unknown.stream().map(Targets.Unknown::name).toList());
                }
            });
            return;
        }
        LinePrinter lines = new LinePrinter(invocation.console().out(), invocation.console().err());
        boolean mixed = sources.size() > 1;
        boolean any;
        try {
            any = each(sources, tagged -> lines.line(tagged.source().prefix(mixed), tagged.line().stream(),
                    tagged.line().text()));
        } catch (IOException e) {
            throw new IllegalStateException("A line could not be shown", e);
        }
        if (sources.isEmpty()) {
            lines.note("Nothing has run yet, so there is no log.");
        } else if (!any && wish.everyLine()) {
            lines.note(mixed
                    ? "None of these " + sources.size() + " runs has printed anything."
                    : "Run " + sources.getFirst().run() + " of " + sources.getFirst().label()
                            + " has printed nothing.");
        }
    }

    private static void write(JsonGenerator json, Tagged tagged) throws IOException {
        LogLine line = tagged.line();
        json.writeStartObject();
        json.writeStringField("unit", tagged.source().unit());
        json.writeStringField("run_id", tagged.source().run());
        json.writeNumberField("n", line.n());
        json.writeNumberField("ts", line.ts());
        json.writeStringField("stream", line.stream());
        json.writeStringField("text", line.text());
        json.writeEndObject();
    }

    /** Whether there was any. */
    private boolean each(List<LogSource> sources, Sink sink) throws IOException {
        List<LogPages> pages = new ArrayList<>();
        sources.forEach(source -> pages.add(new LogPages(daemon, source, wish)));
        Integer last = wish.last();
        Deque<Tagged> held = new ArrayDeque<>();
        boolean any = false;
        for (LogPages earliest = earliest(pages); earliest != null; earliest = earliest(pages)) {
            Tagged line = new Tagged(earliest.source(), earliest.take());
            any = true;
            if (last == null) {
                sink.take(line);
                continue;
            }
            held.add(line);
            if (held.size() > last) {
                held.remove();
            }
        }
        for (Tagged line : held) {
            sink.take(line);
        }
        return any;
    }

    private static @Nullable LogPages earliest(List<LogPages> all) {
        LogPages earliest = null;
        long time = Long.MAX_VALUE;
        for (LogPages pages : all) {
            LogLine line = pages.peek();
            if (line != null && (earliest == null || line.ts() < time)) {
                earliest = pages;
                time = line.ts();
            }
        }
        return earliest;
    }
}
