package io.runwisp.config;

import io.runwisp.config.language.Settings;
import io.runwisp.model.UnitKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A valid configuration.
 *
 * @param file the root file, absolute
 * @param shown the root file as the user named it
 * @param files every file that was read for it, for noticing that one has changed
 * @param zone the zone of schedules that name none
 * @param zoneOrigin {@code config} or {@code system}
 * @param units tasks and services by name
 */
public record Config(Path file, String shown, List<Path> files, ZoneId zone, String zoneOrigin, DaemonSettings daemon,
        SortedMap<String, Unit> units, Notifications notifications, List<EventHook> hooks,
        List<Maintenance> maintenance) {

    public Config {
        files = List.copyOf(files);
        units = Collections.unmodifiableSortedMap(units);
        hooks = List.copyOf(hooks);
        maintenance = List.copyOf(maintenance);
    }

    /** The tasks, by name. */
    public List<Unit> tasks() {
        return units.values().stream().filter(unit -> unit.kind() == UnitKind.TASK).toList();
    }

    /** The services, by name. */
    public List<Unit> services() {
        return units.values().stream().filter(unit -> unit.kind() == UnitKind.SERVICE).toList();
    }

    /**
     * The tables about the daemon itself.
     *
     * @param defaults the table {@code [defaults]} itself, for units that are in the file no more
     * @param metricsEnabled what {@code metrics_enabled} and {@code metrics_listen} say together
     * @param trustedProxies the configured ranges, or those of the environment where it names some
     */
    public record DaemonSettings(Settings daemon, Settings storage, Settings defaults, boolean metricsEnabled,
            List<String> trustedProxies) {
    }

    /** Channels and what goes to them. */
    public record Notifications(Settings settings, List<String> defaultNotifiers, List<Notifier> notifiers,
            List<Settings> routes) {
    }

    /** A local command that runs at events. */
    public record EventHook(Settings settings) {
    }

    /** A window in which no notice leaves the machine. */
    public record Maintenance(Settings settings, ZoneId zone) {
    }
}
