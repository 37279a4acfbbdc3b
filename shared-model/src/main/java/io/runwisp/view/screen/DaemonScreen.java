package io.runwisp.view.screen;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.SystemStats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daemon and its machine.
 *
 * @param host the machine, or null when it has not said anything yet
 */
public record DaemonScreen(String headline, List<RunScreen.Fact> facts, @Nullable HostView host) {

    public DaemonScreen {
        facts = List.copyOf(facts);
    }

    /**
     * The screen of a daemon.
     *
     * @param samples what the machine did lately, oldest first
     */
    public static DaemonScreen of(Instance instance, DaemonInfo info, SystemStats system,
            List<MetricsSample> samples, Now now) {
        return new DaemonScreen(
                instance.fingerprint() + " on " + system.host() + ", up for " + Spans.up(system.uptime())
                        + ".",
                List.of(fact("Version", info.version()), fact("Process", Long.toString(instance.pid())),
                        fact("Configuration", instance.configPath()),
                        fact("Loaded", Times.exact(info.configLoadedAt(), now)
                                + (info.configStale() ? ", the file differs" : "")),
                        fact("Data", instance.dataDir()), fact("Started in", system.workDir()),
                        fact("Zone of schedules", info.resolvedTimezone() + ", from the " + from(info)),
                        fact("Login", info.authDisabled() ? "off: everybody is let in" : "by password"),
                        fact("New runs", info.schedulingActive() ? "are started" : "are not started"),
                        fact("Machine", system.os() + ", " + system.arch() + ", " + system.cpuCores() + " cores")),
                HostView.of(samples));
    }

    private static String from(DaemonInfo info) {
        return info.timezoneSource().equals("config") ? "configuration" : "system";
    }

    private static RunScreen.Fact fact(String name, String value) {
        return new RunScreen.Fact(name, value);
    }
}
