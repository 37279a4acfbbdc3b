package io.runwisp.api.metrics;

import io.runwisp.config.Config;
import io.runwisp.config.grammar.HostPorts;
import io.runwisp.config.grammar.HostPorts.HostPort;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.DaemonKeys;

/** Where a configuration wants the figures to be. */
public sealed interface MetricsPlace {

    /** Nowhere. */
    record Nowhere() implements MetricsPlace {
    }

    /** At {@code /metrics}, where the API is. */
    record WithTheApi() implements MetricsPlace {
    }

    /** On an address that serves nothing else, and not where the API is. */
    record Alone(HostPort address) implements MetricsPlace {
    }

    /** Where this one wants them. */
    static MetricsPlace of(Config config) {
        if (!config.daemon().metricsEnabled()) {
            return new Nowhere();
        }
        String listen = config.daemon().daemon().get(DaemonKeys.METRICS_LISTEN);
        if (listen == null) {
            return new WithTheApi();
        }
        return switch (HostPorts.read(listen)) {
            case Reading.Good<HostPort>(HostPort address) -> new Alone(address);
            case Reading.Bad<HostPort> bad -> throw new IllegalArgumentException("the loader let it pass: " + bad);
        };
    }
}
