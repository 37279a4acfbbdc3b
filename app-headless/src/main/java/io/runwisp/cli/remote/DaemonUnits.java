package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.ListCommand;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import java.util.List;

/** The units of a daemon, in the shape of {@code runwisp list}. */
public final class DaemonUnits implements ListCommand.Elsewhere {

    private static final int LONGEST_DESCRIPTION = 50;

    private final Connection connection;

    /** The units of the daemon that a call names. */
    public DaemonUnits(Connection connection) {
        this.connection = connection;
    }

    @Override
    public int list(Invocation invocation) {
        return connection.talk(invocation, daemon -> {
            List<TaskResponse> units = daemon.tasks();
            if (invocation.has(Option.JSON)) {
                json(invocation, units);
            } else {
                print(invocation.console().out(), units);
            }
            return ExitCode.GOOD;
        });
    }

    private static void print(Printer out, List<TaskResponse> units) {
        if (units.isEmpty()) {
            out.line("The daemon has no tasks and no services yet.");
            return;
        }
        Table table = new Table("NAME", "SCHEDULE", "CONCURRENCY", "POLICY", "API", "DESCRIPTION");
        for (TaskResponse unit : units) {
            String description = unit.description() == null ? "" : unit.description().strip().replaceAll("\\s+", " ");
            table.row(Tones.safe(unit.name(), out), Tones.safe(schedule(unit), out),
                    Integer.toString(concurrency(unit)),
                    policy(unit), unit.apiTrigger() ? "yes" : "no",
                    Columns.cut(Tones.safe(description, out), LONGEST_DESCRIPTION, out.glyphs().ellipsis()));
        }
        table.print(out);
    }

    private static void json(Invocation invocation, List<TaskResponse> units) {
        Shape.print(invocation.console().out(), json -> {
            json.writeArrayFieldStart("tasks");
            for (TaskResponse unit : units) {
                TaskRules task = unit.task();
                json.writeStartObject();
                json.writeStringField("name", unit.name());
                json.writeStringField("kind", unit.kind());
                json.writeStringField("schedule", task == null || task.cron() == null ? "" : task.cron());
                json.writeNumberField(task == null ? "instances" : "max_concurrent", concurrency(unit));
                json.writeStringField("on_overlap", policy(unit));
                json.writeBooleanField("api_trigger", unit.apiTrigger());
                if (unit.description() != null && !unit.description().isEmpty()) {
                    json.writeStringField("description", unit.description());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String schedule(TaskResponse unit) {
        if (unit.task() == null) {
            return "(service x" + concurrency(unit) + ")";
        }
        return unit.task().cron() == null ? "(manual)" : unit.task().cron();
    }

    private static int concurrency(TaskResponse unit) {
        return unit.task() != null
                ? unit.task().parallelism()
                : unit.service() == null ? 1 : unit.service().instances();
    }

    private static String policy(TaskResponse unit) {
        return unit.task() == null ? "skip" : unit.task().onOverlap();
    }
}
