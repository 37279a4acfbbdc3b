package io.runwisp.view.diff;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.Scene;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RunDiffTest {

    private static final Run GOOD = Scene.ended(1, "success", 0, 1500, Duration.ofSeconds(42));
    private static final Run BAD = Scene.ended(2, "failed", 2, 5, Duration.ofSeconds(147));

    @Test
    void twoRunsAreComparedFactsFirst() {
        RunDiff diff = RunDiff.of(GOOD,
                lines("2026-11-25 03:15:00 begin pid=17", "copy a", "copy b", "copy c", "copy d",
                        "copy e", "copy f", "copy g", "copy h", "done"),
                BAD, lines("2026-11-26 03:15:01 begin pid=4711", "copy a", "copy b", "copy c", "copy d", "copy e",
                        "copy f", "copy g", "\u001b[31mno space left\u001b[0m", "copy h", "retry"),
                NOW);
        assertEquals("Left: succeeded, right: failed, exit 0 and 2; the right one 3.5 times as long; 2 lines differ.",
                diff.headline());
        assertEquals("""
                ! outcome: succeeded | failed
                ! exit: 0 | 2
                ! duration: 42 s | 2 m 27 s (the right one 3.5 times as long)
                ! started: 2026-11-25 02:19:18 | 2026-11-26 03:12:33
                = asked for by: schedule | schedule
                = unit: backup | backup
                ! lines: 10 | 11
                """, facts(diff));
        assertEquals("""
                fold 5 lines alike
                alike 6 copy e = 6 copy e
                alike 7 copy f = 7 copy f
                alike 8 copy g = 8 copy g
                right   = 9 no space left
                alike 9 copy h = 10 copy h
                changed 10 done = 11 retry
                """, rows(diff));
    }

    @Test
    void theSameIsToldAsTheSame() {
        RunDiff diff = RunDiff.of(BAD, lines("at 03:15:00"), BAD, lines("at 04:15:00"), NOW);
        assertEquals("Both: failed; they printed the same.", diff.headline());
        assertTrue(diff.text().same());
        assertEquals("Both: failed; neither printed anything.",
                RunDiff.of(BAD, List.of(), BAD, List.of(), NOW).headline());
    }

    @Test
    void whatIsTooDifferentIsNotCompared() {
        List<LogLine> left = new ArrayList<>();
        List<LogLine> right = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            left.add(new LogLine(i, 0, "stdout", "left " + i + " x", null));
            right.add(new LogLine(i, 0, "stdout", "right " + i + " x", null));
        }
        RunDiff diff = RunDiff.of(GOOD, left, BAD, right, NOW);
        assertTrue(diff.headline().endsWith("; what they printed is too different to be compared."), diff.headline());
        assertEquals("The two are too different to be compared line by line: more than 1000 lines differ.",
                diff.text().note());
        assertEquals("Only the last 20000 lines are compared.",
                RunDiff.of(GOOD, left, BAD, left, NOW).text().note());
    }

    @Test
    void aLineOnTheOtherStreamDiffers() {
        List<LogLine> error = List.of(new LogLine(0, 0, "stderr", "x", null));
        assertEquals("changed 1 x = 1 x\n", rows(RunDiff.of(GOOD, lines("x"), BAD, error, NOW)));
    }

    private static List<LogLine> lines(String... texts) {
        List<LogLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new LogLine(lines.size(), 0, "stdout", text, null));
        }
        return lines;
    }

    private static String facts(RunDiff diff) {
        return diff.facts()
            .stream()
            .map(fact -> (fact.same() ? "= " : "! ") + fact.name() + ": " + fact.left() + " | " + fact.right()
                    + (fact.says().isEmpty() ? "" : " (" + fact.says() + ")") + "\n")
            .collect(Collectors.joining());
    }

    private static String rows(RunDiff diff) {
        return diff.text()
            .rows()
            .stream()
            .map(row -> row.kind() == TextDiff.Kind.FOLD
                    ? "fold " + row.left() + "\n"
                    : row.kind().word() + " " + row.leftNumber() + " " + row.left() + " = " + row.rightNumber() + " "
                            + row.right() + "\n")
            .collect(Collectors.joining());
    }
}
