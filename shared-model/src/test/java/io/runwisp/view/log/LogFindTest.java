package io.runwisp.view.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.client.LogEvent;
import io.runwisp.view.log.LogFind.Found;
import io.runwisp.view.log.LogFind.Mark;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogFindTest {

    private static final LogFind ERROR = LogFind.of("error");

    private final LogBook book = LogBook.ofRun();

    @Test
    void itGoesForwardsAndBackwardsAndRound() {
        print("fine", "an \u001b[31mEr\u001b[0mror", "fine", "error again");
        assertEquals(Optional.of(new Found(1, false)), ERROR.next(book, -1));
        assertEquals(Optional.of(new Found(3, false)), ERROR.next(book, 1));
        assertEquals(Optional.of(new Found(1, true)), ERROR.next(book, 3));
        assertEquals(Optional.of(new Found(3, true)), ERROR.previous(book, 1));
        assertEquals(Optional.of(new Found(1, false)), ERROR.previous(book, 3));
        assertEquals(Optional.of(new Found(3, false)), ERROR.previous(book, 99));
        assertEquals(Optional.of(new Found(1, true)), ERROR.next(book, 99));
    }

    @Test
    void theOnlyLineIsFoundAgainAndNothingIsNotFound() {
        print("fine", "error", "fine");
        book.hear(new LogEvent.Dropped(new LogDropped(2, 5, null)));
        assertEquals(Optional.of(new Found(1, true)), ERROR.next(book, 1));
        assertEquals(Optional.empty(), LogFind.of("nothing").next(book, 0));
        assertEquals(Optional.empty(), LogFind.of("").next(book, 0));
        assertEquals(Optional.empty(), ERROR.next(LogBook.ofRun(), 0));
    }

    @Test
    void upperCaseIsMeantWhenItIsTyped() {
        print("error", "Error");
        assertEquals(Optional.of(new Found(1, false)), LogFind.of("Err").next(book, -1));
        assertEquals(List.of(new Mark(0, 2), new Mark(2, 4)), LogFind.of("ab").marks(Ansi.spans("AbaB a\u001b[1mx")));
        assertEquals(List.of(new Mark(1, 3)), LogFind.of("bc").marks(Ansi.spans("ab\u001b[1mc")));
    }

    private void print(String... lines) {
        for (String line : lines) {
            book.hear(new LogEvent.Line(new LogLine(book.total(), 0, "stdout", line, null)));
        }
    }
}
