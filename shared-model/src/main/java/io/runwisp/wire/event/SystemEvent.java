package io.runwisp.wire.event;

import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.json.Required;

/**
 * What the machine does, every few seconds.
 *
 * @param uptime of the daemon
 */
public record SystemEvent(@Required MetricsSample sample, @Required String uptime) {
}
