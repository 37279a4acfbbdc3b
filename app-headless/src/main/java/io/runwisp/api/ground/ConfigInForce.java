package io.runwisp.api.ground;

import io.runwisp.config.Config;
import java.time.Instant;

/** The configuration that the daemon works by. Any thread may ask. */
public interface ConfigInForce {

    /** The configuration. */
    Config config();

    /** When it was taken. */
    Instant loadedAt();

    /** Whether the files on disk have come to differ from it. */
    boolean isStale();
}
