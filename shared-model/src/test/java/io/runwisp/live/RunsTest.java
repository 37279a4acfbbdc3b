package io.runwisp.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.model.RunFilter;
import io.runwisp.model.Trigger;
import io.runwisp.wire.run.Run;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RunsTest {

    private static final Run RUN = Things.run(7, "db-backup", "ended");

    static Stream<Arguments> filters() {
        return Stream.of(Arguments.of(true, RunFilter.ALL),
                Arguments.of(true, RunFilter.ofTask("db-backup")),
                Arguments.of(false, RunFilter.ofTask("db")),
                Arguments.of(true, RunFilter.ALL.withStatuses(Set.of("failed", "success"))),
                Arguments.of(true, RunFilter.ALL.withStatuses(Set.of("ended"))),
                Arguments.of(false, RunFilter.ALL.withStatuses(Set.of("running"))),
                Arguments.of(true, RunFilter.ALL.withSearch("B-BACK")),
                Arguments.of(true, RunFilter.ALL.withSearch("d%b-_backup")),
                Arguments.of(true, RunFilter.ALL.withSearch("00007")),
                Arguments.of(false, RunFilter.ALL.withSearch("other")),
                Arguments.of(true, RunFilter.ALL.withTrigger(Trigger.API)),
                Arguments.of(false, RunFilter.ALL.withTrigger(Trigger.CRON)),
                Arguments.of(true, RunFilter.ALL.withCreated(RUN.createdAt(), RUN.createdAt())),
                Arguments.of(false, RunFilter.ALL.withCreated(RUN.createdAt().plusMillis(1), null)),
                Arguments.of(false, RunFilter.ALL.withCreated(null, RUN.createdAt().minusMillis(1))),
                Arguments.of(true, RunFilter.ALL.withExitCodes(0, 0)),
                Arguments.of(false, RunFilter.ALL.withExitCodes(1, null)),
                Arguments.of(false, RunFilter.ALL.withExitCodes(null, -1)),
                Arguments.of(false, RunFilter.ALL.withRetriesOnly()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aRunFitsWhatItIsLimitedTo(boolean fits, RunFilter filter) {
        assertEquals(fits, Runs.fits(RUN, filter));
    }
}
