package io.runwisp.auth;

import java.util.ArrayList;
import java.util.List;

/** What an operator must be told at start about who can reach the daemon. */
public final class Exposure {

    private Exposure() {
    }

    /**
     * Warnings, a sentence or two each; none when only people of this machine who know the password come in.
     *
     * @param host what the daemon listens on; empty means every interface
     * @param trustsProxies whether the configuration names a proxy, which then is expected to speak TLS
     */
    public static List<String> warnings(AuthMode mode, String host, boolean trustsProxies) {
        List<String> warnings = new ArrayList<>();
        boolean reachable = !AuthMode.isLoopback(host);
        if (mode == AuthMode.OFF) {
            warnings.add("LOGIN IS OFF (" + AuthMode.VARIABLE + "=off): everybody who can open a connection to "
                    + (reachable ? "this machine's port" : "this port on this machine, every local user included,")
                    + " can run and stop everything that RunWisp knows, as the user that RunWisp runs as.");
        }
        if (reachable && !trustsProxies) {
            warnings.add("RunWisp listens on " + (host.isEmpty() ? "every interface" : host)
                    + " in plain HTTP: whoever is "
                    + "on the way can read sessions and output. Put a proxy that speaks TLS in front of it, listen on "
                    + "127.0.0.1, and name the proxy in [daemon] trusted_proxies.");
        }
        return List.copyOf(warnings);
    }
}
