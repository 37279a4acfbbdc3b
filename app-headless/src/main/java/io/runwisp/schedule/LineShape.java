package io.runwisp.schedule;

import io.runwisp.config.grammar.UnitGuesses;
import io.runwisp.schedule.ParseResult.Rejected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises what is no cron line at all: too few or too many words, or a command at the end. */
final class LineShape {

    private static final String FIELDS = "minute hour day-of-month month day-of-week";
    private static final String SAMPLE = "write for example \"30 2 * * mon-fri\": at 02:30, Monday to Friday";
    private static final String COMMAND_REMEDY = "a schedule holds times only; the command belongs in run";

    private LineShape() {
    }

    /** What is wrong with the shape of a line, or null. */
    static @Nullable Rejected check(Line line) {
        List<Word> words = line.words();
        return switch (words.size()) {
            case 5 -> null;
            case 6 -> isCommand(words.getLast())
                    ? words.getLast().rejected(words.getLast().text() + " is not a field", COMMAND_REMEDY)
                    : null;
            case 1, 2, 3, 4 -> tooFew(line);
            default -> tooMany(line);
        };
    }

    /** The line with the sign that was forgotten; an interval in the right spelling where that can be guessed. */
    private static String withSign(Line line) {
        List<Word> words = line.words();
        Optional<String> interval = words.getFirst().lowerCase().equals("every") && words.size() > 1
                ? UnitGuesses.duration(line.from(1).text())
                : Optional.empty();
        return interval.map(guess -> "@every " + guess).orElse("@" + line.from(0).lowerCase());
    }

    private static Rejected tooFew(Line line) {
        int count = line.words().size();
        Word first = line.words().getFirst();
        if (Shorthand.names().contains("@" + first.lowerCase())) {
            return first.rejected(first.text() + " lacks its @", "write " + withSign(line));
        }
        if (count == 1 && Interval.isIn(first.text())) {
            return first.rejected(first.text() + " is an interval, not a field", "write @every " + first.text());
        }
        String fields = count == 1 ? "1 field" : count + " fields";
        return line.from(0).rejected(fields + "; 5 are needed: " + FIELDS, SAMPLE);
    }

    private static Rejected tooMany(Line line) {
        int count = line.words().size();
        Word surplus = line.from(6);
        boolean year = count == 7 && !surplus.hasLetters();
        return surplus.rejected(
                count + " fields; 6 are the most: second " + FIELDS,
                year ? "leave " + surplus.text() + " out, there is no year field" : COMMAND_REMEDY);
    }

    private static boolean isCommand(Word word) {
        return word.text().indexOf('.') >= 0 || "/~$".indexOf(word.text().charAt(0)) >= 0;
    }
}
