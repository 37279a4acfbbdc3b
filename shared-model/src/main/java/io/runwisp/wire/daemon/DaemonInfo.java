package io.runwisp.wire.daemon;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.unit.TaskBrief;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this daemon is.
 *
 * @param fingerprint the name by which people tell daemons apart
 * @param cloudEnabled always false
 * @param schedulingActive false while nothing new may start
 * @param journalStalled why the journal cannot be written, while it cannot
 * @param authDisabled whether everybody is let in
 * @param configStale whether the file on disk differs from what is in force
 * @param resolvedTimezone the zone of schedules that name none
 * @param timezoneSource where that zone comes from
 */
public record DaemonInfo(@Required String version, @Required String fingerprint, int port, boolean cloudEnabled,
        List<TaskBrief> tasks, List<Capability> capabilities, boolean schedulingActive, @Nullable String journalStalled,
        boolean authDisabled, @Required Instant configLoadedAt, boolean configStale, @Required String resolvedTimezone,
        @Required @OneOf({
                "config", "system"}) String timezoneSource) {

    public DaemonInfo {
        tasks = List.copyOf(tasks);
        capabilities = List.copyOf(capabilities);
    }
}
