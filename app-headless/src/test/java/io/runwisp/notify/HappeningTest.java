package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.UnitKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HappeningTest {

    /** The router reads rows after their events: a run of some milliseconds was told as "other started: Exit code 4", to those who hear of failures. */
    @Test
    void aStartWhoseRowHasItsEndAlreadyIsNoFailure() {
        Run over = new SampleRuns().ended("other", EndReason.FAILED, 4);
        Happening start = Happening.of("run.started", over, UnitKind.TASK, SampleRuns.BEGIN);
        assertNotNull(start);
        assertFalse(start.failure());
        assertEquals("It runs.", start.alert().sentence());
        assertEquals(null, Objects.requireNonNull(start.alert().run()).exitCode());
    }
}
