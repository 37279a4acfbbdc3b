package io.runwisp.daemon;

import io.runwisp.config.Surroundings;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.MachineId;
import io.runwisp.notify.Trial;
import io.runwisp.notify.channel.Channels;
import io.runwisp.notify.http.WebSender;
import io.runwisp.process.SessionCommandRunner;
import io.runwisp.time.WallClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries notifiers as the daemon of a directory would, without it.
 *
 * @param surroundings asked for when one is tried
 */
record Trials(Map<String, String> environment, Supplier<Surroundings> surroundings,
        WallClock clock) implements Function<Path, Trial> {

    @Override
    public Trial apply(Path directory) {
        Surroundings here = surroundings.get();
        String fingerprint = switch (Fingerprint.resolve(environment, new Forgetful(),
                new MachineId(here.hostName()), directory)) {
            case Fingerprint.Resolved(Fingerprint known) -> known.text();
            case Fingerprint.Refused _ -> "unknown";
        };
        return new Trial(new Channels(new SessionCommandRunner(), new WebSender(), clock), clock, here.hostName().get(),
                fingerprint);
    }

    /** The database of the daemon is not opened for a test. */
    private static final class Forgetful implements ConfigEntries {

        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {
            // It is computed again the next time.
        }

        @Override
        public void remove(String key) {
            // There is nothing.
        }
    }
}
