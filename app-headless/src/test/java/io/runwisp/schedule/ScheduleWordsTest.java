package io.runwisp.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 4 * * * | every day at 04:00",
            "15 3 * * mon-fri | Monday to Friday at 03:15",
            "15 3 * * 1-5 | Monday to Friday at 03:15",
            "0 9 * * 1,3,sun | every Monday, Wednesday and Sunday at 09:00",
            "0 9 * * 7 | every Sunday at 09:00",
            "30 2 1 * * | on day 1 of each month at 02:30",
            "* * * * * | every minute",
            "*/5 * * * * | every 5 minutes",
            "*/7 * * * * | ''",
            "5 * * * * | every hour at :05",
            "0 4 1 * mon | ''",
            "0 4 * jan * | ''",
            "0 0-6 * * * | ''",
            "10 0 4 * * * | ''",
            "TZ=Europe/Berlin 0 4 * * * | every day at 04:00",
            "@every 90m | every 1 hour 30 minutes",
            "@every 1h | every hour",
            "@every 24h | every day",
            "@every 10s | every 10 seconds"})
    void whatPeopleWriteMostIsSaidInWordsAndTheRestIsNot(String written, String words) {
        Schedule schedule = assertInstanceOf(ParseResult.Parsed.class, ScheduleParser.parse(written)).schedule();
        assertEquals(words, ScheduleWords.of(schedule).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"@daily,every day at 00:00", "@hourly,every hour at :00", "@weekly,every Sunday at 00:00"})
    void nicknamesAreSaidToo(String written, String words) {
        Schedule schedule = assertInstanceOf(ParseResult.Parsed.class, ScheduleParser.parse(written)).schedule();
        assertEquals(words, ScheduleWords.of(schedule).orElse(""));
    }
}
