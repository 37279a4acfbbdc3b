package io.runwisp.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoWindowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private long nanos;
    private final UndoWindow undo = new UndoWindow(Optional.empty(), () -> nanos);

    @Test
    void aDeletionIsOutOfReachUntilItIsDoneAndSevenSecondsMore() {
        UndoWindow.Deletion deletion = undo.delete(NOW);
        pass(UndoWindow.UNDO.multipliedBy(3));
        assertEquals(Instant.EPOCH, undo.expired(), "it is still under way");
        deletion.close();
        pass(UndoWindow.UNDO.minusNanos(1));
        assertEquals(Instant.EPOCH, undo.expired());
        pass(Duration.ofNanos(1));
        assertTrue(undo.isWaiting());
        assertEquals(NOW, undo.expired());
        assertFalse(undo.isWaiting());
    }

    @Test
    void aClockThatIsSetBackDoesNotBringALaterDeletionIntoReach() {
        undo.delete(NOW).close();
        pass(UndoWindow.UNDO);
        UndoWindow.Deletion later = undo.delete(NOW.minusSeconds(3600));
        later.close();
        assertEquals(NOW, undo.expired());
        assertTrue(later.at().isAfter(NOW));
    }

    @Test
    void whatAnEarlierLifeHasDeletedIsForThePurgeAndNewDeletionsAreNot() {
        Instant ahead = NOW.plus(Duration.ofDays(400));
        UndoWindow next = new UndoWindow(Optional.of(ahead), () -> nanos);
        UndoWindow.Deletion deletion = next.delete(NOW);
        assertEquals(ahead, next.expired());
        assertTrue(deletion.at().isAfter(ahead));
    }

    @Test
    void whileSomebodyRestoresNothingMoreComesIntoReach() {
        undo.delete(NOW).close();
        try (UndoWindow.Restoration restoration = undo.restore()) {
            pass(UndoWindow.UNDO);
            assertEquals(Instant.EPOCH, undo.expired());
            assertTrue(restoration.after().isBefore(NOW));
        }
        assertEquals(NOW, undo.expired());
        try (UndoWindow.Restoration late = undo.restore()) {
            assertEquals(NOW, late.after(), "what the purge may have begun with cannot be restored");
        }
    }

    @Test
    void beyondItsBoundDeletionsShareATime() {
        for (int i = 0; i < UndoWindow.MOST; i++) {
            undo.delete(NOW).close();
        }
        UndoWindow.Deletion one = undo.delete(NOW);
        UndoWindow.Deletion other = undo.delete(NOW);
        assertEquals(one.at(), other.at());
        one.close();
        pass(UndoWindow.UNDO);
        assertTrue(undo.expired().isBefore(other.at()), "the other is still under way");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
