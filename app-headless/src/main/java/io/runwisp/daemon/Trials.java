package io.runwisp.daemon;

import io.runwisp.config.Surroundings;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.MachineId;
import io.runwisp.notify.Trial;
import io.runwisp.notify.channel.Channels;
import io.runwisp.process.SessionCommandRunner;
import io.runwisp.time.WallClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Tries notifiers as the daemon of a directory would, without it. */
final class Trials {

    private Trials() {
    }

    static Trial of(Path directory, Map<String, String> environment, Surroundings surroundings, WallClock clock) {
        String fingerprint = switch (Fingerprint.resolve(environment, new Forgetful(),
                new MachineId(surroundings.hostName()), directory)) {
            case Fingerprint.Resolved(Fingerprint known) -> known.text();
            case Fingerprint.Refused _ -> "unknown";
        };
        return new Trial(new Channels(new SessionCommandRunner(), clock), clock, surroundings.hostName().get(),
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
