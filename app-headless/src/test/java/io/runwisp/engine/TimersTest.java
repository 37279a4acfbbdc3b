package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TimersTest {

    @Test
    void whatIsDueComesInItsOrder() {
        Timers timers = new Timers();
        timers.set("late", 30);
        timers.set("first", 10);
        timers.set("second", 10);
        assertEquals(List.of("first", "second"), timers.due(20));
        assertEquals(30, timers.earliest());
    }

    @Test
    void aKeyHasOneDeadline() {
        Timers timers = new Timers();
        timers.set("a", 10);
        timers.set("a", 20);
        assertEquals(20, timers.earliest());
        assertEquals(List.of(), timers.due(10));
        assertEquals(List.of("a"), timers.due(20));
        assertEquals(StopLadder.NEVER, timers.earliest());
    }

    @Test
    void whatIsCancelledIsForgotten() {
        Timers timers = new Timers();
        timers.set("a", 10);
        timers.set("a", StopLadder.NEVER);
        timers.set("b", 10);
        timers.cancel("b");
        assertEquals(List.of(), timers.due(100));
    }
}
