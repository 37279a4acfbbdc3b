package io.runwisp.auth.request;

import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * By which names the daemon may be called. A page of a stranger can let its own name point to this machine and then read
 * everything as its own; the name in {@code Host} gives it away.
 *
 * @param boundTo the host that the daemon listens on, in one spelling; empty for every interface
 * @param external where people reach it, when the configuration says so
 */
public record HostRule(String boundTo, Optional<String> external) {

    private static final String HOST = "Host";

    /**
     * The rule.
     *
     * @param bindHost as in {@code --host}
     * @param externalUrl as in {@code [daemon] external_url}
     */
    public static HostRule of(String bindHost, Optional<String> externalUrl) {
        return new HostRule(Authority.oneSpelling(bindHost), externalUrl);
    }

    /**
     * Whether the request calls the daemon by a name of its own. The port is no matter: tunnels and containers change it.
     * A request without the header passes, because no browser leaves it out; one with several does not.
     */
    public boolean allows(Approach approach) {
        List<String> sent = approach.headers().values(HOST);
        return sent.isEmpty()
                || (sent.size() == 1 && Authority.read(sent.getFirst().strip()).map(this::isOurs).orElse(false));
    }

    private boolean isOurs(Authority asked) {
        Optional<InetAddress> literal = asked.literal();
        return asked.host().equals("localhost")
                || asked.host().equals(boundTo)
                || literal.map(InetAddress::isLoopbackAddress).orElse(false)
                // Nobody else's name stands in an address, and all addresses of this machine are ours.
                || (literal.isPresent() && isEveryInterface())
                || externalOrigin().map(origin -> origin.host().equals(asked.host())).orElse(false);
    }

    private boolean isEveryInterface() {
        return boundTo.isEmpty() || IpLiterals.read(boundTo).map(InetAddress::isAnyLocalAddress).orElse(false);
    }

    Optional<WebOrigin> externalOrigin() {
        return external.flatMap(WebOrigin::ofAddress);
    }

    /** What the request called the daemon, made fit for a message. */
    public static String called(Approach approach) {
        List<String> sent = approach.headers().values(HOST);
        String name = String.join(" and ", sent).replaceAll("[^!-~ ]", "?");
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
