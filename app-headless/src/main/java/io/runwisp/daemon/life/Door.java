package io.runwisp.daemon.life;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.Exposure;
import io.runwisp.auth.gate.GateRules;
import io.runwisp.auth.request.HostRule;
import io.runwisp.config.Config;
import io.runwisp.config.language.DaemonKeys;
import java.util.List;
import java.util.Optional;

/**
 * Where a daemon listens, and whether it asks who is there.
 *
 * @param host as the user named it; empty for every interface
 * @param port 0 for any
 */
record Door(String host, int port, AuthMode mode) {

    /** By which names it may be called, and who may speak for others. */
    GateRules rules(Config config) {
        return new GateRules(
                HostRule.of(host, Optional.ofNullable(config.daemon().daemon().get(DaemonKeys.EXTERNAL_URL))),
                ProxyRanges.of(config));
    }

    /** What an operator must be told about who can reach it. */
    List<String> warnings(Config config) {
        return Exposure.warnings(mode, host, !config.daemon().trustedProxies().isEmpty());
    }

    /** Its address for whoever sits at this machine. */
    String url(int listening) {
        String name = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + listening;
    }
}
