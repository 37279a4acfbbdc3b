package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.Loading;
import io.runwisp.model.EventSeverity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When maintenance is, and for whom. */
class MaintenanceTest {

    @TempDir
    private Path directory = Path.of("");

    private String end(String keys, String unit, String at) {
        Maintenance windows = Maintenance
            .of(Loading.in(directory).valid("[tasks.a]\nrun = 'x'\n[[maintenance]]\nid = 'm'\n" + keys));
        return windows.holding(unit, Instant.parse(at)).map(active -> active.until().toString()).orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
            "2026-03-01T00:59:59Z, -", "2026-03-01T01:00:00Z, 2026-03-01T03:00:00Z",
            "2026-03-01T02:59:59Z, 2026-03-01T03:00:00Z", "2026-03-01T03:00:00Z, -"})
    void aSingleWindowHasABeginAndAnEndInTheZoneOfTheSchedules(String at, String end) {
        // The surroundings of the test are in Vienna.
        assertEquals(end, end("units = ['*']\nfrom = 2026-03-01T02:00:00\nuntil = 2026-03-01T04:00:00\n", "a", at));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-03-01T01:59:00Z, -", "2026-03-01T02:00:00Z, 2026-03-01T03:30:00Z",
            "2026-03-02T03:29:59Z, 2026-03-02T03:30:00Z", "2026-03-02T03:30:00Z, -"})
    void aRepeatedWindowBeginsByItsSchedule(String at, String end) {
        assertEquals(end, end("units = ['*']\ncron = '0 2 * * *'\nfor = '90m'\ntimezone = 'UTC'\n", "a", at));
    }

    @Test
    void windowsThatTouchAreOne() {
        assertEquals("2026-03-01T06:30:00Z",
                end("units = ['*']\ncron = '0 2-5 * * *'\nfor = '90m'\ntimezone = 'UTC'\n", "a",
                        "2026-03-01T02:10:00Z"));
    }

    @Test
    void aWindowIsAboutTheUnitsThatItNames() {
        String keys = "units = ['db-*', 'web']\nfrom = 2026-03-01T00:00:00Z\nuntil = 2026-03-02T00:00:00Z\n";
        assertEquals("2026-03-02T00:00:00Z", end(keys, "db-1", "2026-03-01T12:00:00Z"));
        assertEquals("-", end(keys, "webshop", "2026-03-01T12:00:00Z"));
    }

    @Test
    void whatIsHeldHasABoundAndIsCountedAllTheSame() {
        Holds holds = new Holds();
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        for (int i = 0; i < 10_000; i++) {
            String unit = "u" + i % 100;
            holds.hold(new Maintenance.Active("m", at.plusSeconds(60)), "chat", new Alert("run.failed",
                    EventSeverity.ERROR, unit, null, at, unit + " failed", "failed", "Why.", null, 1, at));
        }
        assertEquals(List.of(), holds.due(at.plusSeconds(59)));
        Alert told = holds.due(at.plusSeconds(60)).getFirst().alert();
        assertEquals("Maintenance m is over: 10000 notices were held", told.title());
        assertEquals("u0 failed ×100; u1 failed ×100", told.sentence().substring(0, 30));
        assertEquals("; u19 failed ×100; and 8000 more.", told.sentence().substring(told.sentence().length() - 33));
    }
}
