package io.runwisp.engine;

import io.runwisp.model.Run;
import org.jspecify.annotations.Nullable;

/** Writes the payloads of events: what subscribers get, as JSON. Pure. */
public interface EventText {

    /**
     * The payload of an event about a run.
     *
     * @param error a short text about what went wrong, or null
     */
    String ofRun(Run run, @Nullable String error);

    /** The payload of an event about a unit, or about the daemon when {@code unit} is empty. */
    String ofUnit(String unit, String text);
}
