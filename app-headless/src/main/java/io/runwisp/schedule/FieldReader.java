package io.runwisp.schedule;

import io.runwisp.schedule.ParseResult.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks one field of a cron line and rewrites it in the plain form that cron-utils reads correctly: numbers only, no
 * names, no {@code ?}, every step with both its bounds. What cron-utils would misread, or refuse without saying where,
 * is settled here.
 */
final class FieldReader {

    private static final int LONGEST_NUMBER = 9;

    private final Field field;
    private final FieldWording wording;
    private final StringBuilder plain = new StringBuilder();

    FieldReader(Field field) {
        this.field = field;
        this.wording = new FieldWording(field);
    }

    /** The plain form of what was read. */
    String plain() {
        return plain.toString();
    }

    /** Reads the text of the field; null when it is good. */
    @Nullable
    Rejected read(Word text) {
        for (Word term : text.parts(',')) {
            Rejected rejected = term.text().isEmpty() ? wording.emptyTerm(text) : term(term);
            if (rejected != null) {
                return rejected;
            }
        }
        return null;
    }

    private @Nullable Rejected term(Word term) {
        Rejected foreign = wording.foreignSyntax(term);
        if (foreign != null) {
            return foreign;
        }
        List<Word> parts = term.parts('/');
        Word base = parts.getFirst();
        if (parts.size() > 2 || base.text().isEmpty()) {
            return wording.badStepTerm(term);
        }
        int step = parts.size() == 1 ? 0 : number(parts.get(1));
        if (parts.size() == 2 && step < 1) {
            return wording.badStep(term, parts.get(1));
        }
        if (base.text().equals("*") || base.text().equals("?")) {
            return step == 0 ? accept("*") : acceptSteps(field.min(), field.max(), step);
        }
        List<Word> ends = base.parts('-');
        return ends.size() == 1 ? single(base, step) : range(base, ends, step);
    }

    private @Nullable Rejected single(Word word, int step) {
        int value = value(word);
        if (value < 0) {
            return wording.badValue(word);
        }
        return step == 0 ? accept(Integer.toString(value)) : acceptSteps(value, field.max(), step);
    }

    private @Nullable Rejected range(Word range, List<Word> ends, int step) {
        Word first = ends.getFirst();
        Word last = ends.getLast();
        if (ends.size() > 2 || first.text().isEmpty() || last.text().isEmpty()) {
            return wording.badRange(range);
        }
        int low = value(first);
        if (low < 0) {
            return wording.badValue(first);
        }
        int high = value(last);
        if (high < 0) {
            return wording.badValue(last);
        }
        // As the end of a range, sun is the Sunday after saturday.
        if (high == 0 && low > 0 && !last.isNumber()) {
            high = field.max();
        }
        if (low > high) {
            return wording.backwards(range, low, high);
        }
        return step == 0 ? accept(low + "-" + high) : acceptSteps(low, high, step);
    }

    private @Nullable Rejected acceptSteps(int low, int high, int step) {
        // cron-utils refuses some long steps; one that leaves the range is just its beginning.
        return accept(step > high - low ? Integer.toString(low) : low + "-" + high + "/" + step);
    }

    private @Nullable Rejected accept(String term) {
        plain.append(plain.isEmpty() ? "" : ",").append(term);
        return null;
    }

    /** The value of a number or name that the field allows, or -1. */
    private int value(Word word) {
        if (!word.isNumber()) {
            return field.valueNamed(word.lowerCase());
        }
        int number = number(word);
        return number < field.min() || number > field.max() ? -1 : number;
    }

    /** The number that a word writes, cut off where no field reaches, or -1. */
    private static int number(Word word) {
        if (!word.isNumber()) {
            return -1;
        }
        return word.text().length() > LONGEST_NUMBER ? Integer.MAX_VALUE : Integer.parseInt(word.text());
    }
}
