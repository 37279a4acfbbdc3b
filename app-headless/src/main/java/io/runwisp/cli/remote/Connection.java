package io.runwisp.cli.remote;

import io.runwisp.auth.PasswordFile;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.ListCommand;
import io.runwisp.cli.Option;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.http.Credentials;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.client.http.FileTokenShelf;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.client.http.TokenShelf;
import io.runwisp.time.WallClock;
import io.runwisp.view.words.Now;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a command finds its daemon and is let in: the address is {@code --url}, else {@code --host} and {@code --port}; the password is {@code --password}, else
 * RUNWISP_PASSWORD, else, for a daemon on this machine, the file of {@code --data}.
 */
public final class Connection {

    static final Option URL = ListCommand.URL;
    static final Option PASSWORD = ListCommand.PASSWORD;

    private static final String PASSWORD_VARIABLE = "RUNWISP_PASSWORD";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0.0.0.0", "[::]");

    private final Map<String, String> environment;
    private final Daemons daemons;
    private final WallClock clock;
    private final Supplier<ZoneId> zone;

    /** What a command does with a daemon. */
    interface Talk {

        /** Does it, and answers with the exit code. */
        int with(HttpDaemonApi daemon);
    }

    /**
     * A connection that is made when a command needs it.
     *
     * @param zone the zone of whoever looks
     */
    public Connection(Map<String, String> environment, Daemons daemons, WallClock clock, Supplier<ZoneId> zone) {
        this.environment = Map.copyOf(environment);
        this.daemons = daemons;
        this.clock = clock;
        this.zone = zone;
    }

    /** The moment for whoever looks. */
    Now now() {
        return new Now(clock.now(), zone.get());
    }

    /** The options of a command that talks to a daemon: its own, then those about the connection. */
    static List<Option> options(Option... own) {
        return Stream.concat(List.of(own).stream(), List.of(Option.JSON, URL, PASSWORD).stream())
            .toList();
    }

    /** Talks to the daemon of a call. What keeps it from that is told on the error stream, and as JSON when that was asked for. */
    int talk(Invocation invocation, Talk talk) {
        return talk(invocation, talk, _ -> {
        });
    }

    /**
     * The same.
     *
     * @param failed what the document of a failure says besides
     */
    int talk(Invocation invocation, Talk talk, JsonDocument.Content failed) {
        DaemonAddress address;
        try {
            address = address(invocation);
        } catch (IllegalArgumentException e) {
            new ErrorMessage(String.valueOf(e.getMessage()), List.of()).print(invocation.console().err());
            return ExitCode.USAGE;
        }
        try (HttpDaemonApi daemon = daemons.at(address, password(invocation, address), shelf())) {
            return talk.with(daemon);
        } catch (ApiFailure failure) {
            invocation.console().out().flush();
            return new Refusal(invocation, address.toString()).told(failure, failed);
        }
    }

    private static DaemonAddress address(Invocation invocation) {
        String url = invocation.value(URL);
        return url == null ? DaemonAddress.of(invocation.host(), invocation.port()) : DaemonAddress.parse(url);
    }

    private Credentials password(Invocation invocation, DaemonAddress address) {
        return () -> {
            String given = invocation.value(PASSWORD);
            if (given != null) {
                return given;
            }
            String variable = environment.getOrDefault(PASSWORD_VARIABLE, "");
            if (!variable.isEmpty()) {
                return variable;
            }
            return isHere(address) ? ofFile(invocation) : null;
        };
    }

    private static @Nullable String ofFile(Invocation invocation) {
        try {
            return new PasswordFile(invocation.path(invocation.dataName())).read().orElse(null);
        } catch (IOException e) {
            // Whoever may not read it is told that no password is known, and how to give one.
            return null;
        }
    }

    private static boolean isHere(DaemonAddress address) {
        return THIS_MACHINE.contains(address.base().getHost());
    }

    private TokenShelf shelf() {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!cache.isEmpty() && Path.of(cache).isAbsolute()) {
            return new FileTokenShelf(Path.of(cache, "runwisp"));
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? TokenShelf.inMemory() : new FileTokenShelf(Path.of(home, ".cache", "runwisp"));
    }
}
