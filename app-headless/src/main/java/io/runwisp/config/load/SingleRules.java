package io.runwisp.config.load;

import io.runwisp.config.Config.DaemonSettings;
import io.runwisp.config.Surroundings;
import io.runwisp.config.grammar.IpRanges;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of {@code [daemon]}, {@code [scheduler]} and {@code [storage]}. */
record SingleRules(Settings daemon, Settings scheduler, Settings storage, Surroundings surroundings) {

    /** The second is a newer name of the first. */
    private static final List<String> PROXIES_VARIABLES = List.of("RUNWISP_TRUST_PROXY", "RUNWISP_TRUSTED_PROXIES");

    /** The zone of schedules that name none. */
    record Zone(ZoneId zone, String origin) {
    }

    Zone zone() {
        Given<ZoneId> here = scheduler.given(DaemonKeys.TIMEZONE);
        Given<ZoneId> there = daemon.given(DaemonKeys.TIMEZONE);
        if (here != null && there != null && !here.value().equals(there.value())) {
            Given<ZoneId> later = here.place().compareTo(there.place()) > 0 ? here : there;
            later.context()
                .reject(later.place(),
                        "scheduler.timezone is " + here.value() + " and daemon.timezone is " + there.value(),
                        "one zone",
                        "keep the one in [scheduler]");
        }
        @Nullable
        Given<ZoneId> chosen = here == null ? there : here;
        return chosen == null ? new Zone(surroundings.hostZone(), "system") : new Zone(chosen.value(), "config");
    }

    DaemonSettings check(Settings defaults) {
        boolean listens = daemon.has(DaemonKeys.METRICS_LISTEN);
        Given<Boolean> enabled = daemon.given(DaemonKeys.METRICS_ENABLED);
        if (listens && enabled != null && !enabled.value()) {
            daemon.reject(DaemonKeys.METRICS_ENABLED, "metrics_enabled is false, and metrics_listen is set",
                    "metrics_listen turns metrics on by itself", "delete one of the two");
        }
        return new DaemonSettings(daemon, storage, defaults, listens || enabled != null && enabled.value(), proxies());
    }

    /** The environment wins over the file, so that a container can be told without editing it. */
    private List<String> proxies() {
        for (String variable : PROXIES_VARIABLES) {
            String value = surroundings.environment().getOrDefault(variable, "");
            if (!value.isBlank()) {
                return proxies(variable, value);
            }
        }
        List<String> configured = daemon.get(DaemonKeys.TRUSTED_PROXIES);
        return configured == null ? List.of() : configured;
    }

    private List<String> proxies(String variable, String value) {
        List<String> proxies = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            if (one.isBlank()) {
                continue;
            }
            if (IpRanges.read(one.strip()) instanceof Reading.Bad<?> bad) {
                daemon.context()
                    .reject(daemon.place(), "the variable " + variable + " names \"" + one.strip()
                            + "\", which is not an address or a range: " + bad.reason(),
                            "addresses and ranges with commas between them", "");
            } else {
                proxies.add(one.strip());
            }
        }
        return proxies;
    }
}
