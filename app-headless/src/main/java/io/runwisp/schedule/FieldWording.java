package io.runwisp.schedule;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.schedule.ParseResult.Rejected;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a term of one field, and what to write instead. */
record FieldWording(Field field) {

    Rejected emptyTerm(Word text) {
        return text.rejected(
                "the list of the " + field.word() + " field has an empty entry",
                "write a value on each side of every comma");
    }

    Rejected badStepTerm(Word term) {
        return term.text().startsWith("/")
                ? term.rejected("nothing stands before the /", "write *" + term.text())
                : term.rejected("more than one / in " + term.text(), shape());
    }

    Rejected badStep(Word term, Word step) {
        if (step.text().isEmpty()) {
            return term.rejected("nothing stands after the /", "write a step, for example " + term.text() + "5");
        }
        String fault = step.isNumber() ? " never moves on" : " is not a number";
        return step.rejected("step " + step.text() + fault, "write a step of 1 or more, or leave it out");
    }

    Rejected badRange(Word range) {
        String sample = field.min() + "-5";
        return range.rejected(range.text() + " is not a range", "write two ends and one dash, for example " + sample);
    }

    Rejected backwards(Word range, int low, int high) {
        boolean byName = range.hasLetters();
        // The 7 of a weekday is the 0 with which the second part begins.
        String before = low > field.last() ? "" : span(low, field.last(), byName) + ",";
        String remedy = "write " + before + span(field.min(), high, byName);
        return range.rejected("range " + range.text() + " runs backwards", remedy);
    }

    private String span(int low, int high, boolean byName) {
        String first = field.spelled(low, byName);
        return low == high ? first : first + "-" + field.spelled(high, byName);
    }

    Rejected badValue(Word word) {
        if (word.isNumber()) {
            return word.rejected(field.word() + " " + word.text() + " is outside " + field.range(), numberRemedy(word));
        }
        String name = word.lowerCase();
        Field other = Field.knowing(name);
        if (other != null) {
            String kind = other == Field.MONTH ? "month" : "weekday";
            return word.rejected(word.text() + " is a " + kind + ", this is the " + field.word() + " field", shape());
        }
        return word.rejected(word.text() + " is not a " + field.word(), nameRemedy(name));
    }

    /** Answers a full spelling, such as monday or sept, with its name, and a misspelling with one name and all. */
    private String nameRemedy(String word) {
        for (String name : field.names()) {
            if (word.startsWith(name)) {
                return "write " + name;
            }
        }
        return NearestName.in(field.names(), word)
            .map(near -> "write " + near + "; known are " + String.join(" ", field.names()))
            .orElse(shape());
    }

    private String numberRemedy(Word word) {
        if (field == Field.HOUR && word.text().equals("24")) {
            return "write 0 for midnight";
        }
        if (field == Field.WEEKDAY) {
            return "write 0-6 or sun-sat; 7 is Sunday too";
        }
        return "write a number from " + field.min() + " to " + field.max();
    }

    private String shape() {
        String name = field.names().isEmpty() ? "" : ", a name such as " + field.names().get(1);
        return "write a number " + field.range() + name + ", a range 2-5, a list 2,5, or * with a step like */5";
    }

    /** Points out the extensions of other schedulers; null when the term has none. */
    @Nullable
    Rejected foreignSyntax(Word term) {
        if (term.text().indexOf('#') >= 0) {
            return term.rejected(
                    "# is not supported", "choose the days by number and let the command check the weekday");
        }
        if (!term.hasLetters()) {
            return null;
        }
        String letters = letters(term);
        return switch (letters) {
            case "L", "LW" -> term.rejected(
                    letters + " is not supported",
                    "name the days, for the last one 28-31, and let the command check the date");
            case "W" -> term.rejected(
                    "W is not supported", "name the day and let the command check for the weekend");
            case "H" -> term.rejected("H is not supported", "write a fixed value; the key jitter keeps starts apart");
            default -> null;
        };
    }

    /** The letters of a term without a weekday's or month's name before them, in upper case. */
    private String letters(Word term) {
        String lower = term.lowerCase().replaceAll("[^\\p{L}]", "");
        int name = lower.length() == 4 && field.names().contains(lower.substring(0, 3)) ? 3 : 0;
        return lower.substring(name).toUpperCase(Locale.ROOT);
    }
}
