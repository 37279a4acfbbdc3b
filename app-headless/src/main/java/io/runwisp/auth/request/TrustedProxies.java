package io.runwisp.auth.request;

import java.net.InetAddress;

/** Whose {@code X-Forwarded} headers are believed. */
@FunctionalInterface
public interface TrustedProxies {

    /** Whether this machine is a proxy of ours. */
    boolean trusts(InetAddress machine);

    /** Nobody's. */
    static TrustedProxies none() {
        return machine -> false;
    }
}
