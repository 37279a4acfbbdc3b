package io.runwisp.daemon.boot;

import io.runwisp.data.ConfigEntries;

/** The open database, as far as a start has to know it. */
public interface BootDatabase extends Held {

    /** The rows of {@code config_entries}. */
    ConfigEntries entries();
}
