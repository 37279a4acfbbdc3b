package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.RunQuery;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunSort;
import io.runwisp.view.run.RunRow;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code runwisp runs [UNIT]}: what ran, runs and waits, newest first. */
public final class RunsCommand extends RemoteCommand<RunQuery> {

    private static final Option STATUS = Option.value("status", "WORDS",
            "only these, with commas: running, pending, ended, success, failed, timeout, missed, skipped ...");
    private static final Option SINCE = Option.value("since", "TIME", "only what was created since: 2h, 03:15, a date");
    private static final Option UNTIL = Option.value("until", "TIME", "only what was created until then");
    private static final Option LIMIT = Option.value("limit", 'n', "N", "at most so many (default: 20)");
    private static final int USUAL = 20;

    private static final Manual MANUAL = new Manual("runs", "show what ran, runs and waits",
            List.of(new Manual.Operand("UNIT", "the task or service (default: all)")),
            List.of("Newest first. STARTED is in your zone. \"runwisp logs RUN\" shows what a run printed; the id of a run "
                    + "is its whole name."),
            Connection.options(STATUS, SINCE, UNTIL, LIMIT),
            List.of(new Manual.Example("runwisp runs --status failed,timeout --since 1d",
                    "what failed since yesterday"),
                    new Manual.Example("runwisp runs backup --limit 5", "the last five of a task")));

    /** The command. */
    public RunsCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    RunQuery wish(Invocation invocation) {
        String limit = invocation.value(LIMIT);
        String since = invocation.value(SINCE);
        String until = invocation.value(UNTIL);
        Instant after = since == null ? null : Usage.time("--since", since, now());
        Instant before = until == null ? null : Usage.time("--until", until, now());
        Set<String> statuses = new LinkedHashSet<>();
        for (String words : invocation.all(STATUS)) {
            for (String word : words.split(",", -1)) {
                statuses.add(status(word.strip()));
            }
        }
        String unit = invocation.operands().isEmpty() ? null : invocation.operands().getFirst();
        RunFilter filter = RunFilter.ALL.withTaskName(unit).withStatuses(statuses).withCreated(after, before);
        return new RunQuery(filter, RunSort.NEWEST,
                limit == null ? USUAL : Usage.number("--limit", limit, 1, RunQuery.MOST), 0);
    }

    private static String status(String word) {
        List<String> known = new ArrayList<>(Arrays.stream(RunPhase.values()).map(RunPhase::word).toList());
        known.addAll(Arrays.stream(EndReason.values()).map(EndReason::word).toList());
        String read = EndReason.ofWord(word).map(EndReason::word).orElse(word);
        if (known.contains(read)) {
            return read;
        }
        throw new Usage.Wrong("--status does not know \"" + word + "\"; "
                + NearestName.in(known, word).map(near -> "did you mean \"" + near + "\"? ").orElse("")
                + "It knows " + String.join(", ", known) + ".");
    }

    @Override
    int fulfil(RunQuery query, Invocation invocation, DaemonApi daemon) {
        RunPage page = daemon.runs(query);
        String unit = query.filter().taskName();
        if (unit != null && page.runs().isEmpty()) {
            // Runs outlive their unit, so a name without a unit may have some.
            List<TaskResponse> all = daemon.tasks();
            if (all.stream().noneMatch(known -> known.name().equals(unit))) {
                return Failure.unknown(invocation, Targets.unknown(unit, all));
            }
        }
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                json.writeNumberField("total", page.total());
                Shape.field(json, "runs", page.runs());
            });
        } else {
            print(invocation.console().out(), page);
        }
        return ExitCode.GOOD;
    }

    private void print(Printer out, RunPage page) {
        if (page.runs().isEmpty()) {
            out.line("No run is like that.");
            return;
        }
        Table table = new Table("", "RUN", "UNIT", "STATUS", "STARTED", "TOOK", "EXIT", "BY", "NOTE");
        page.runs().stream().map(run -> RunRow.of(run, now())).forEach(row -> {
            String retry = row.retry() == null ? "" : "retry " + row.retry();
            String note = row.note() == null ? "" : row.note();
            table.row(Tones.of(row.verdict().tone()), Tones.sign(row.verdict().mark(), out), row.id(),
                    Tones.safe(row.label(), out), row.verdict().word(), row.when(), row.length(), row.exit(), row.by(),
                    Tones.safe(retry + (retry.isEmpty() || note.isEmpty() ? "" : ": ") + note, out));
        });
        table.print(out);
        if (page.total() > page.runs().size()) {
            out.line();
            out.line(out.paint(io.runwisp.cli.terminal.Tone.QUIET,
                    page.runs().size() + " of " + page.total() + "; --limit N shows more."));
        }
    }
}
