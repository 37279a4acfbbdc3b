package io.runwisp.cli.remote;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.view.words.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

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

    /** What is done once the arguments of a call are understood. */
    interface Then<T> {

        int with(T arguments);
    }

    /** Reads the arguments of a call before anything is sent; {@link Wrong} ones are told, and nothing is done. */
    static <T> int understood(Invocation invocation, Manual manual, Supplier<T> reading, Then<T> then) {
        T arguments;
        try {
            arguments = reading.get();
        } catch (Wrong wrong) {
            return told(invocation, manual.name(), String.valueOf(wrong.getMessage()));
        }
        return then.with(arguments);
    }

    /** A call of this command is wrong without an operand. */
    static void needOperand(Invocation invocation, Manual manual, String what) {
        if (invocation.operands().isEmpty()) {
            throw new Wrong(manual.name() + " needs " + what + ".");
        }
    }

    private static int told(Invocation invocation, String command, String title) {
        new ErrorMessage(title, List.of("Run \"runwisp help " + command + "\" to see what it understands."))
            .print(invocation.console().err());
        return ExitCode.USAGE;
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
