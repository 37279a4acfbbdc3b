package io.runwisp.daemon.life;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.request.TrustedProxies;
import io.runwisp.config.Config;
import java.util.Map;

/**
 * Where a daemon listens, and whom it lets in.
 *
 * @param host as the user named it; empty for every interface
 */
record Door(String host, int port, AuthMode mode, Map<String, String> environment) {

    private static final String HERE = "127.0.0.1";

    Door {
        environment = Map.copyOf(environment);
    }

    /** Whose word about others is believed: that of the proxies which configuration and environment name. */
    TrustedProxies proxies(Config config) {
        return ProxyRanges.of(config, environment) instanceof ProxyRanges.Read(var proxies)
                ? proxies
                : TrustedProxies.none();
    }

    /** Whether anybody's word about others is believed. */
    boolean trustsProxies(Config config) {
        return ProxyRanges.of(config, environment) instanceof ProxyRanges.Read(var proxies)
                && !proxies.ranges().isEmpty();
    }

    /** The address of the daemon for whoever sits at this machine. */
    String url(int listening) {
        boolean everywhere = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? HERE : host;
        return "http://" + (name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + listening;
    }
}
