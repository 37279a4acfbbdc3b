package io.runwisp.client;

import io.runwisp.daemon.life.TestDaemon;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The form inside the daemon. */
final class LocalDaemonApiTest extends DaemonApiContract {

    @TempDir
    private Path folder = Path.of("");

    private TestDaemon daemon;

    @BeforeEach
    void begin() {
        daemon = new TestDaemon(folder, CONFIG);
    }

    @AfterEach
    void end() {
        daemon.close();
    }

    @Override
    DaemonApi api() {
        return daemon.local();
    }
}
