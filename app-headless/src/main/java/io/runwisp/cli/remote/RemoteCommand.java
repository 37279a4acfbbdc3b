package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.client.DaemonApi;
import io.runwisp.view.words.Now;
import java.util.List;

/**
 * A command that first understands all of its arguments and then asks a daemon for what they wish.
 *
 * @param <W> what the arguments of a call wish
 */
abstract class RemoteCommand<W> implements Command {

    private final Manual manual;
    private final Connection connection;

    RemoteCommand(Manual manual, Connection connection) {
        this.manual = manual;
        this.connection = connection;
    }

    /** What a call wishes. Throws {@link Usage.Wrong} where it is not understood; then nothing is sent. */
    abstract W wish(Invocation invocation);

    /** Asks the daemon for it, tells what comes of it, and answers with the exit code. */
    abstract int fulfil(W wish, Invocation invocation, DaemonApi daemon);

    /** The moment for whoever looks. */
    final Now now() {
        return connection.now();
    }

    @Override
    public final Manual manual() {
        return manual;
    }

    @Override
    public final int run(Invocation invocation) {
        W wish;
        try {
            wish = wish(invocation);
        } catch (Usage.Wrong wrong) {
            new ErrorMessage(String.valueOf(wrong.getMessage()),
                    List.of("Run \"runwisp help " + manual.name() + "\" to see what it understands."))
                .print(invocation.console().err());
            return ExitCode.USAGE;
        }
        return connection.talk(invocation, daemon -> fulfil(wish, invocation, daemon));
    }
}
