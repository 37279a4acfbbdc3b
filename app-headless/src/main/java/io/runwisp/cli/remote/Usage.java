package io.runwisp.cli.remote;

import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.view.words.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Values that a call was given, read, and what to say when they cannot be. */
final class Usage {

    private Usage() {
    }

    /** A value that cannot be understood; its message says what was expected. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** The first operand, without which a call of this command is wrong. */
    static String operand(Invocation invocation, Manual manual, String what) {
        if (invocation.operands().isEmpty()) {
            throw new Wrong(manual.name() + " needs " + what + ".");
        }
        return invocation.operands().getFirst();
    }

    /** A whole number within two others. */
    static int number(String option, String written, int least, int most) {
        try {
            int number = Integer.parseInt(written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Wrong(option + " must be a number from " + least + " to " + most + ", not \"" + written + "\".");
    }

    /** A time: how long ago, the last time that it was so late, a date with or without time, or an instant. */
    static Instant time(String option, String written, Now now) {
        String text = written.strip();
        try {
            if (text.matches("\\d+[smhd]")) {
                long amount = Long.parseLong(text.substring(0, text.length() - 1));
                return now.at()
                    .minus(Duration.parse(text.endsWith("d")
                            ? "P" + amount + "D"
                            : "PT" + amount + text.substring(text.length() - 1).toUpperCase(Locale.ROOT)));
            }
            if (text.matches("\\d\\d:\\d\\d(:\\d\\d)?")) {
                LocalDate today = LocalDate.ofInstant(now.at(), now.zone());
                Instant then = LocalTime.parse(text).atDate(today).atZone(now.zone()).toInstant();
                return then.isAfter(now.at())
                        ? LocalTime.parse(text).atDate(today.minusDays(1)).atZone(now.zone()).toInstant()
                        : then;
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text).atStartOfDay(now.zone()).toInstant();
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?")) {
                return LocalDateTime.parse(text.replace(' ', 'T')).atZone(now.zone()).toInstant();
            }
            return Instant.parse(text);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw new Wrong(option + " must be a time such as 2h (that long ago), 03:15, 2026-11-20, "
                    + "\"2026-11-20 03:15\" or 2026-11-20T03:15:00Z, not \"" + written + "\".");
        }
    }
}
