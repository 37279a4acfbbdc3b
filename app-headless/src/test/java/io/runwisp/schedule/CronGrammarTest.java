package io.runwisp.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.config.ScheduleGrammar;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronGrammarTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Bratislava");
    private static final ScheduleGrammar GRAMMAR = new CronGrammar(() -> Instant.parse("2026-11-20T12:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {
            "30 2 * * *", "0 */15 * * * *", "@daily", "@every 6h", "@every 90d", "@every 100000d", "0 0 29 2 *",
            "0 0 31 1,2 *", "0 0 30,1 2 *", "0 0 30 2 mon", "0 0 19 11 *"
    })
    void aTextThatFiresIsAcceptedWithoutAZoneOfItsOwn(String text) {
        assertEquals(new ScheduleGrammar.Accepted(null), GRAMMAR.judge(text, ZONE));
    }

    @Test
    void aZonePrefixIsHandedBack() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        assertEquals(
                new ScheduleGrammar.Accepted(kathmandu), GRAMMAR.judge("TZ=Asia/Kathmandu 0 3 * * *", ZONE));
    }

    @Test
    void aFaultIsHandedBackWithItsPlace() {
        assertEquals(
                new ScheduleGrammar.Rejected(2, 2, "minute 75 is outside 0-59", "write a number from 0 to 59"),
                GRAMMAR.judge("5,75 * * * *", ZONE));
        ScheduleGrammar.Rejected blank = assertInstanceOf(ScheduleGrammar.Rejected.class, GRAMMAR.judge("", ZONE));
        assertEquals(1, blank.length());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0 30 2 *           | 30 2        | it never fires: February has no day 30
            0 0 30,31 feb *      | 30,31 feb   | it never fires: February has no day 30
            0 0 0 31 4,jun *     | 31 4,jun    | it never fires: April, June have no day 31
            TZ=UTC 0 0 31 2,4 ?  | 31 2,4      | it never fires: February, April have no day 31
            0 0 29 2 */7         | 29 2        | it does not fire in the next 5 years, first on 2032-02-29
            """)
    void aTextThatDoesNotFireWithinFiveYearsIsRejectedAtItsDates(String text, String dates, String reason) {
        ScheduleGrammar.Verdict verdict = GRAMMAR.judge(text, ZONE);
        ScheduleGrammar.Rejected rejected = assertInstanceOf(ScheduleGrammar.Rejected.class, verdict);
        assertEquals(dates, text.substring(rejected.offset(), rejected.offset() + rejected.length()));
        assertEquals(reason, rejected.reason());
    }

    @Test
    void leapDaysAreAcceptedFromFiveYearsBeforeAndNotEarlier() {
        // 2100 has no 29 February: after 2096 the next one is in 2104.
        assertInstanceOf(ScheduleGrammar.Rejected.class, leapDayAskedIn("2099-02-27T00:00:00Z"));
        assertInstanceOf(ScheduleGrammar.Accepted.class, leapDayAskedIn("2099-03-01T00:00:00Z"));
    }

    private static ScheduleGrammar.Verdict leapDayAskedIn(String instant) {
        return new CronGrammar(() -> Instant.parse(instant)).judge("0 0 29 2 *", ZONE);
    }
}
