package io.runwisp.notify.hook;

import io.runwisp.model.EventSeverity;
import io.runwisp.model.UnitKind;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hook reads: its own JSON.
 *
 * @param event the word of its kind
 * @param unit the task or service; absent when it is about the daemon
 * @param title what happened, in a few words
 * @param message why
 * @param run the run as the API shows it
 */
public record HookEvent(@Required String event, @Required Instant at, @Required EventSeverity severity,
        @Nullable String unit, @Nullable UnitKind unitKind, @Required String title, @Required String message,
        @Nullable Run run, @Required Source source) {

    /**
     * The daemon that says it.
     *
     * @param instance the name of the machine
     */
    public record Source(@Required String instance, @Required String fingerprint, @Required String version) {
    }
}
