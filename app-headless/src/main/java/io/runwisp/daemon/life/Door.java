package io.runwisp.daemon.life;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.request.TrustedProxies;

/**
 * Where a daemon listens, and whom it lets in.
 *
 * @param host as the user named it; empty for every interface
 */
record Door(String host, int port, AuthMode mode, TrustedProxies proxies) {

    /** The address of the dashboard for whoever sits at this machine. */
    String url(int listening) {
        String name = AuthMode.isLoopback(host) || host.isEmpty() || host.equals("0.0.0.0") || host.equals("::")
                ? "127.0.0.1"
                : host;
        String shown = host.equals("::1") ? "[::1]" : name.contains(":") ? "[" + name + "]" : name;
        return "http://" + shown + ":" + listening;
    }
}
