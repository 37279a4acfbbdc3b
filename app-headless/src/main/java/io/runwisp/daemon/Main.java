package io.runwisp.daemon;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.terminal.StandardStreams;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.config.Surroundings;
import io.runwisp.daemon.life.ExecLife;
import io.runwisp.time.SystemWallClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where {@code bin/runwisp} begins. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(call(List.of(arguments)));
    }

    /** Runs one command and answers with its exit code. */
    static int call(List<String> arguments) {
        Map<String, String> environment = System.getenv();
        StandardStreams streams = new StandardStreams(environment);
        Program program = new Program(environment, Path.of("").toAbsolutePath(), Surroundings::ofThisProcess,
                new SystemWallClock(), version(), new ExecLife.Echo(new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err)),
                HttpDaemonApi::new);
        int code = program.run(arguments, streams.console());
        String failure = streams.close();
        if (failure != null) {
            new ErrorMessage("the output could not be written: " + failure + ".", List.of())
                .print(streams.console().err());
            streams.console().flush();
            code = Math.max(code, ExitCode.FAILED);
        }
        return code;
    }

    /** The version in the manifest of the jar; classes outside a jar have none. */
    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
