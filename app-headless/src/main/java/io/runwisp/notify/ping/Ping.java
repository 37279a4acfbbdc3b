package io.runwisp.notify.ping;

import io.runwisp.model.Word;
import io.runwisp.wire.json.Required;
import java.time.Instant;

/**
 * One ping. It is its own JSON, because what was not sent yet outlives the daemon.
 *
 * @param run the id of the run
 * @param body what the monitor is told about it
 */
public record Ping(@Required String unit, @Required Signal signal, @Required String run, @Required Instant at,
        @Required String body) {

    /** What is signalled. */
    public enum Signal implements Word {
        /** A run has started. */
        START("start", "/start"),
        /** It has ended well. */
        SUCCESS("success", ""),
        /** It has failed. */
        FAIL("fail", "/fail");

        private final String word;
        private final String suffix;

        Signal(String word, String suffix) {
            this.word = word;
            this.suffix = suffix;
        }

        @Override
        public String word() {
            return word;
        }

        String suffix() {
            return suffix;
        }
    }
}
