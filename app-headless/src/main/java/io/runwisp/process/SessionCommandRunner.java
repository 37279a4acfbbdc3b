package io.runwisp.process;

import io.runwisp.model.StopSignal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs commands with what every JDK has, each in a session of its own, so that nothing of it is left. Two threads live as long as the command: one writes, one
 * reads. Needs {@code setsid}. Any thread.
 */
public final class SessionCommandRunner implements CommandRunner {

    /** For how long what has been printed is waited for, when everybody who could print is dead. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Variables variables;
    private final ProcessTable table = new ProcessTable();
    private final JdkSignals signals = new JdkSignals(table);

    /** A runner whose commands have the variables of this process, without those of the daemon. */
    public SessionCommandRunner() {
        this(Variables.ofThisProcess());
    }

    SessionCommandRunner(Variables variables) {
        this.variables = variables;
    }

    @Override
    public Outcome run(Order order) {
        Optional<Path> program = program(order.words().getFirst());
        if (program.isEmpty()) {
            return new NotStarted("there is no program " + order.words().getFirst());
        }
        Process process;
        try {
            process = builder(program.get(), order).start();
        } catch (IOException e) {
            return new NotStarted(order.words().getFirst() + " could not be started: " + e.getMessage());
        }
        // What has ended already leaves only those that cannot be older than itself.
        long start = table.find(process.pid()).map(ProcessStat::startTicks).orElse(0L);
        OutputTail tail = new OutputTail(order.mostOutput());
        Thread reader = Thread.ofPlatform()
            .name("runwisp-command-output")
            .daemon()
            .start(() -> read(process.getInputStream(), tail));
        Thread.ofPlatform()
            .name("runwisp-command-input")
            .daemon()
            .start(() -> write(process.getOutputStream(), order.input()));
        return end(order, process, start, reader, tail);
    }

    private Outcome end(Order order, Process process, long start, Thread reader, OutputTail tail) {
        boolean ended = false;
        boolean interrupted = false;
        try {
            ended = process.waitFor(order.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (!ended) {
            // Through its handle, because Process.destroyForcibly shuts the pipe before what is in it has been read.
            process.toHandle().destroyForcibly();
        }
        signals.session(process.pid(), start, StopSignal.SIGKILL);
        try {
            reader.join(LAST_WORDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            return ended ? new Ended(process.exitValue(), tail.text()) : new Interrupted();
        }
        return ended ? new Ended(process.exitValue(), tail.text()) : new TimedOut(tail.text());
    }

    private ProcessBuilder builder(Path program, Order order) {
        List<String> words = new ArrayList<>(List.of("setsid", program.toString()));
        words.addAll(order.words().subList(1, order.words().size()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        variables.inherited().forEach((name, value) -> builder.environment().put(text(name), text(value)));
        builder.environment().putAll(order.variables());
        if (order.directory() != null) {
            builder.directory(new File(order.directory().toString()));
        }
        return builder;
    }

    /** The file of a program; one that is named without a folder is looked for in {@code PATH}. */
    private Optional<Path> program(String name) {
        String path = variables.get("PATH");
        Stream<String> candidates = name.contains("/") || path == null
                ? Stream.of(name)
                : Stream.of(path.split(":", -1)).map(folder -> text(folder) + "/" + name);
        return candidates.filter(SessionCommandRunner::isProgram).map(Path::of).findFirst();
    }

    private static boolean isProgram(String path) {
        try {
            return Files.isExecutable(Path.of(path)) && !Files.isDirectory(Path.of(path));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static void read(InputStream pipe, OutputTail tail) {
        byte[] chunk = new byte[8192];
        try (pipe) {
            for (int count = pipe.read(chunk); count >= 0; count = pipe.read(chunk)) {
                tail.take(chunk, count);
            }
        } catch (IOException _) {
            // The end of it.
        }
    }

    private static void write(OutputStream pipe, String input) {
        try (pipe) {
            pipe.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It does not want to read more.
        }
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
