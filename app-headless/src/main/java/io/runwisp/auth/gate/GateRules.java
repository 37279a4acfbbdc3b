package io.runwisp.auth.gate;

import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.TrustedProxies;

/**
 * What the configuration says about the door.
 *
 * @param hosts by which names the daemon may be called
 * @param proxies who may speak for others
 */
public record GateRules(HostRule hosts, TrustedProxies proxies) {
}
