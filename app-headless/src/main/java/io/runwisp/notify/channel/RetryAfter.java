package io.runwisp.notify.channel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long a provider wants to be left alone: seconds or a date in a header, or a number in the answer. Not at all is no wish. */
final class RetryAfter {

    /** Who asks for less would be asked again at once, for as long as the budget lasts. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** Nobody waits for longer; and no number can be too large for a duration. */
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern IN_ANSWER = Pattern
        .compile("\"retry_after\"\\s*:\\s*([0-9]{1,18}(?:\\.[0-9]{1,18})?)");

    private RetryAfter() {
    }

    static Optional<Duration> of(Optional<String> header, String body, Instant now) {
        Matcher number = IN_ANSWER.matcher(body);
        return header.flatMap(text -> inHeader(text.strip(), now))
            .or(() -> number.find() ? Optional.of(seconds(number.group(1))) : Optional.empty())
            .filter(Duration::isPositive)
            .map(wait -> wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
    }

    private static Optional<Duration> inHeader(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(seconds(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(bounded(until.isBefore(now) ? Duration.ZERO : Duration.between(now, until)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String number) {
        BigDecimal millis = new BigDecimal(number).movePointRight(3).setScale(0, RoundingMode.UP);
        return millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0
                ? LONGEST
                : Duration.ofMillis(millis.longValue());
    }

    private static Duration bounded(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
