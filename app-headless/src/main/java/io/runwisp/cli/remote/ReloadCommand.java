package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.client.DaemonApi;
import io.runwisp.view.plan.PlanView;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import java.util.List;

/** {@code runwisp reload [UNIT...]}: lets the daemon take its configuration anew. */
public final class ReloadCommand extends RemoteCommand<ReloadRequest> {

    private static final Option DRY_RUN = Option.flag("dry-run", "say what would happen, and change nothing");
    private static final Option EXIT_CODE = Option.flag("exit-code",
            "with --dry-run: exit with 2 when something would change");

    private static final int WOULD_CHANGE = 2;

    private static final Manual MANUAL = new Manual("reload", "take the changed configuration into the running daemon",
            List.of(new Manual.Operand("UNIT", "take these tasks and services alone (default: everything)", true)),
            List.of("The file is checked as a whole and taken as a whole, or not at all. What did not change is not touched: "
                    + "running processes go on unless the way they are started changed.",
                    "Exit code: 0 when it was taken, or could be; 1 when the file has errors, which are named."),
            Connection.options(DRY_RUN, EXIT_CODE),
            List.of(new Manual.Example("runwisp reload --dry-run", "look first"),
                    new Manual.Example("runwisp reload backup", "one unit; the rest stays as it is")));

    /** The command. */
    public ReloadCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    ReloadRequest wish(Invocation invocation) {
        if (invocation.has(EXIT_CODE) && !invocation.has(DRY_RUN)) {
            throw new Usage.Wrong("--exit-code needs --dry-run.");
        }
        return new ReloadRequest(invocation.operands(), invocation.has(DRY_RUN));
    }

    @Override
    int fulfil(ReloadRequest request, Invocation invocation, DaemonApi daemon) {
        ReloadResult plan = daemon.reload(request);
        PlanView view = PlanView.of(plan, now());
        boolean changes = view.changes();
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                json.writeBooleanField("changes", changes);
                Shape.field(json, "plan", plan);
            });
        } else {
            print(invocation.console().out(), view);
        }
        return changes && invocation.has(EXIT_CODE) ? WOULD_CHANGE : ExitCode.GOOD;
    }

    private static void print(Printer out, PlanView plan) {
        out.line(out.paint(Tones.of(plan.tone()), Tones.safe(plan.headline(), out)));
        for (PlanView.Line line : plan.lines()) {
            out.line(out.paint(Tones.of(line.tone()), Tones.safe(line.text(), out)));
        }
    }
}
