package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.Loading;
import io.runwisp.retention.Keep;
import io.runwisp.retention.Policies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRulesTest {

    @TempDir
    private Path directory = Path.of("");

    /** Their rows were kept for ever once: a unit that had left the file had no rule at all, not even that of [defaults]. */
    @Test
    void unitsThatAreInTheFileNoMoreFollowTheDefaults() {
        Policies policies = policies("""
                [defaults]
                keep_runs = 7
                keep_for = "30d"
                [tasks.a]
                run = "true"
                keep_runs = 2
                """);
        assertEquals(new Keep(OptionalInt.of(2), Optional.of(Duration.ofDays(30))), policies.of("a"));
        assertEquals(new Keep(OptionalInt.of(7), Optional.of(Duration.ofDays(30))), policies.of("gone"));
    }

    @Test
    void withoutAWordAboutItEverythingIsKept() {
        Policies policies = policies("""
                [services.a]
                run = "true"
                """);
        assertEquals(Keep.ALL, policies.of("a"));
        assertEquals(Keep.ALL, policies.of("gone"));
        assertEquals(0, policies.maxLogBytes());
    }

    private Policies policies(String text) {
        return KeepRules.of(Loading.in(directory).valid(text));
    }
}
