package io.runwisp.daemon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.daemon.boot.BootResult.Failed;
import io.runwisp.daemon.boot.BootResult.Started;
import io.runwisp.daemon.boot.RecordingSteps.Database;
import io.runwisp.daemon.boot.RecordingSteps.Server;
import io.runwisp.data.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootRunnerTest {

    private static final Refusal REFUSAL = new Refusal("The disk is full.", "Make room.");

    /** Every call of a start, in order. */
    private static final List<String> ALL = List.of("configuration", "directory", "lock", "database file", "database",
            "fingerprint", "password", "secret", "reconcile", "pid", "serve");

    private static BootResult<String, Database, Server> run(RecordingSteps steps) {
        return new BootRunner<>(steps, steps).run();
    }

    private static Started<String, Database, Server> started(RecordingSteps steps) {
        return switch (run(steps)) {
            case Started<String, Database, Server> started -> started;
            case Failed<String, Database, Server> failed -> throw new AssertionError(failed);
        };
    }

    private static Failed<String, Database, Server> failed(RecordingSteps steps) {
        return switch (run(steps)) {
            case Failed<String, Database, Server> failed -> failed;
            case Started<String, Database, Server> started -> throw new AssertionError(started);
        };
    }

    private static RecordingSteps refusing(String call) {
        return new RecordingSteps(Set.of(call), () -> REFUSAL);
    }

    private static RecordingSteps throwing(String call, Throwable fault) {
        return new RecordingSteps(Set.of(call), () -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        });
    }

    /** What a start does that fails in this call: everything before, nothing after, and all releases backwards. */
    private static List<String> expected(String call, String releases) {
        List<String> calls = new ArrayList<>(ALL.subList(0, ALL.indexOf(call) + 1));
        if (!releases.isEmpty()) {
            Arrays.stream(releases.split(" ", -1)).map(name -> "release " + name).forEach(calls::add);
        }
        return calls;
    }

    @Test
    void theStepsAreTakenInTheirOrder() {
        RecordingSteps steps = new RecordingSteps();
        Started<String, Database, Server> started = started(steps);
        assertEquals(ALL, steps.calls());
        started.close();
        assertEquals(List.of("release server", "release database", "release lock"),
                steps.calls().subList(ALL.size(), steps.calls().size()));
        started.close();
        assertEquals(ALL.size() + 3, steps.calls().size());
    }

    @Test
    void successHandsOverWhatWasFoundWithoutSayingThePassword() {
        Prepared<String, Database> prepared = started(new RecordingSteps()).prepared();
        assertEquals("runwisp.toml", prepared.configuration());
        assertEquals("calm-otter", prepared.fingerprint().text());
        assertEquals("hunter2", prepared.password().text());
        assertEquals(new Reconciliation(2, 1), prepared.reconciliation());
        assertEquals(List.of("It was open.",
                "A password was made and written to /srv/data/password, readable by its owner alone.",
                "The password of the environment is not the one of the last start: everybody has to log in again."),
                prepared.notices());
        assertFalse(prepared.toString().contains("hunter2"), prepared.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            configuration | CONFIGURATION | ''            | before the first step, while reading the configuration
            directory     | DIRECTORY     | ''            | in step 1 of 8, while opening the data directory
            lock          | LOCK          | ''            | in step 1 of 8, while locking the data directory
            database file | DATABASE      | lock          | in step 2 of 8, while opening the database
            database      | DATABASE      | lock          | in step 2 of 8, while opening the database
            fingerprint   | FINGERPRINT   | database lock | in step 3 of 8, while finding the fingerprint
            password      | PASSWORD      | database lock | in step 4 of 8, while finding the password
            secret        | SECRET        | database lock | in step 5 of 8, while finding the key that signs logins
            reconcile     | RECONCILE     | database lock | in step 6 of 8, while cleaning up after the last daemon
            pid           | PID           | database lock | in step 7 of 8, while writing daemon.pid
            serve         | SERVE         | database lock | in step 8 of 8, while opening the port
            """)
    void aStepThatFailsEndsTheStartAndGivesEverythingBack(String call, BootStep step, String releases,
            String place) {
        RecordingSteps refusing = refusing(call);
        Failed<String, Database, Server> refused = failed(refusing);
        assertEquals(expected(call, releases), refusing.calls());
        assertEquals(step, refused.step());
        assertEquals(1, refused.exitCode());
        assertNull(refused.fault());
        assertEquals(new ErrorMessage("The disk is full.", List.of("Make room.",
                "The daemon did not start: it ended " + place + ". Nothing was served or run.")), refused.message());

        for (Throwable fault : List.of(new IllegalStateException("boom"), new OutOfMemoryError("boom"))) {
            RecordingSteps throwing = throwing(call, fault);
            Failed<String, Database, Server> faulty = failed(throwing);
            assertEquals(expected(call, releases), throwing.calls());
            assertEquals(step, faulty.step());
            assertSame(fault, faulty.fault());
            assertEquals("RunWisp ran into a fault while " + step.doing() + ": " + fault.getClass().getSimpleName()
                    + ": boom.", faulty.message().title());
        }
    }

    /** A step that is added must get its row in the table above. */
    @Test
    void everyStepCanFail() {
        Set<BootStep> seen = EnumSet.noneOf(BootStep.class);
        ALL.forEach(call -> seen.add(failed(refusing(call)).step()));
        assertEquals(EnumSet.allOf(BootStep.class), seen);
    }

    @Test
    void whatEarlierStepsHadToSayIsNotLostWithTheStart() {
        assertEquals(List.of("It was open."), failed(refusing("lock")).notices());
        assertEquals(3, failed(refusing("serve")).notices().size());
    }

    @Test
    void aReleaseThatFailsKeepsNoOther() {
        RecordingSteps steps = throwing("release server", new IllegalStateException("boom"));
        Started<String, Database, Server> started = started(steps);
        assertEquals("boom", assertThrows(IllegalStateException.class, started::close).getMessage());
        assertEquals(List.of("release server", "release database", "release lock"),
                steps.calls().subList(ALL.size(), steps.calls().size()));
    }

    /** The reason why a start ended must not be hidden by what went wrong on the way back. */
    @Test
    void troubleOnTheWayBackIsANoticeBesideTheReason() {
        RecordingSteps steps = new RecordingSteps(Set.of("fingerprint", "release database", "release lock"), () -> {
            throw new IllegalStateException("boom");
        });
        Failed<String, Database, Server> failed = failed(steps);
        assertEquals(BootStep.FINGERPRINT, failed.step());
        assertEquals(List.of("It was open.", "On the way back something went wrong too: IllegalStateException: boom."),
                failed.notices());
        assertEquals(expected("fingerprint", "database lock"), steps.calls());
    }
}
