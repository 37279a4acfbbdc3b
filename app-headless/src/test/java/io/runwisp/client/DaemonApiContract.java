package io.runwisp.client;

import org.junit.jupiter.api.Nested;

/** What holds for every form of {@link DaemonApi}. Each test has a daemon of its own, which runs {@link #CONFIG} and has just begun. */
abstract class DaemonApiContract {

    /** What the daemon runs. */
    static final String CONFIG = """
        [tasks.hello]
        run = "echo hello; echo again"
        cron = "0 4 * * *"
        timezone = "UTC"

        [tasks.scheduled-only]
        run = "exit 0"
        cron = "@every 24h"
        api_trigger = false

        [tasks.sleeper]
        run = "exec sleep 600"
        on_overlap = "skip"

        [tasks.tumbler]
        run = "exit 3"

        [services.keeper]
        run = "exec sleep 600"
        """;

    /** The form that is tested, joined to the daemon of this test. */
    abstract DaemonApi api();

    @Nested
    class Units extends UnitsContract {

        Units() {
            super(DaemonApiContract.this::api);
        }
    }

    @Nested
    class Runs extends RunsContract {

        Runs() {
            super(DaemonApiContract.this::api);
        }
    }

    @Nested
    class ManyRuns extends ManyRunsContract {

        ManyRuns() {
            super(DaemonApiContract.this::api);
        }
    }

    @Nested
    class Host extends HostContract {

        Host() {
            super(DaemonApiContract.this::api);
        }
    }
}
