package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.model.EndReason;
import io.runwisp.model.StopSignal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelWordsTest {

    @Test
    void endReasonsHaveTheWordsOfTheSpecification() {
        assertEquals(
                List.of("success", "failed", "timeout", "stopped", "crashed", "skipped", "log_overflow", "queue_full",
                        "dst_skipped", "missed", "start_failed", "unhealthy", "daemon_stopped"),
                Arrays.stream(EndReason.values()).map(EndReason::word).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyEndReasonIsFoundByItsWord(EndReason reason) {
        assertEquals(Optional.of(reason), EndReason.ofWord(reason.word()));
    }

    @Test
    void theNewerWordForSuccessIsKnownAndOthersAreNot() {
        assertEquals(Optional.of(EndReason.SUCCESS), EndReason.ofWord("succeeded"));
        assertEquals(Optional.empty(), EndReason.ofWord("Failed"));
        assertEquals(Optional.empty(), EndReason.ofWord(""));
    }

    @ParameterizedTest
    @CsvSource({"SIGTERM,15", "SIGINT,2", "SIGQUIT,3", "SIGHUP,1", "SIGKILL,9", "SIGUSR1,10", "SIGUSR2,12"})
    void signalsAreFoundInAnyCaseWithOrWithoutPrefix(String name, int number) {
        Optional<StopSignal> expected = Optional.of(StopSignal.valueOf(name));
        assertEquals(number, StopSignal.valueOf(name).number());
        assertEquals(expected, StopSignal.ofName(name));
        assertEquals(expected, StopSignal.ofName(name.toLowerCase(Locale.ROOT)));
        assertEquals(expected, StopSignal.ofName(name.substring(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SIG", "15", "SIGSTOP", " SIGTERM", "SIGSIGTERM"})
    void otherSignalsAreNot(String name) {
        assertEquals(Optional.empty(), StopSignal.ofName(name));
    }
}
