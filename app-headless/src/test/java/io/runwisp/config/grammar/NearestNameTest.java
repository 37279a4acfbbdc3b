package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KEYS = List.of(
            "run", "cron", "to", "timeout", "timezone", "retry_attempts", "retry_delay", "notify_on_failure", "tasks");

    @ParameterizedTest
    @CsvSource({
            "taks,tasks", "TASKS,tasks", "tiemout,timeout", "timeuot,timeout", "rnu,run", "ru,run", "Corn,cron",
            "retry_attempt,retry_attempts", "retries_attempts,retry_attempts", "notifi_on_fail,notify_on_failure"})
    void suggestsTheNameWithTheFewestEdits(String written, String suggested) {
        assertEquals(Optional.of(suggested), NearestName.in(KEYS, written));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "xy", "abc", "schedule", "retry_backoff_curve", "notify"})
    void saysNothingWhereNothingIsNear(String written) {
        assertEquals(Optional.empty(), NearestName.in(KEYS, written));
    }

    @Test
    void prefersTheFirstOfEquallyNearNames() {
        assertEquals(Optional.of("bat"), NearestName.in(List.of("bat", "cat"), "rat"));
        assertEquals(Optional.of("cat"), NearestName.in(List.of("cat", "bat"), "rat"));
    }

    @Test
    void neverSuggestsANameThatSharesNoLetter() {
        assertEquals(Optional.empty(), NearestName.in(List.of("id"), "to"));
        assertEquals(Optional.empty(), NearestName.in(List.of("b"), "a"));
        assertEquals(Optional.of("A"), NearestName.in(List.of("A"), "a"));
    }
}
