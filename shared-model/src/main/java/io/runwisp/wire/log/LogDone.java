package io.runwisp.wire.log;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;

/**
 * The log is complete.
 *
 * @param finalLine the number of the last line, -1 when there is none
 */
public record LogDone(long finalLine, @Required @OneOf({
        "ended"}) String status) {
}
