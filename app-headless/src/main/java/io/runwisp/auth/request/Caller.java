package io.runwisp.auth.request;

import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the other end.
 *
 * @param address the client: the peer, or whom trusted proxies say they speak for
 * @param local whether the client runs on this machine; a proxy on this machine does not make its clients local
 * @param secure whether it speaks TLS with a trusted proxy
 */
public record Caller(InetAddress address, boolean local, boolean secure) {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    /** Beyond this many hops of trusted proxies a list is made up. */
    private static final int MOST_HOPS = 32;
    /** Any of these tells of a proxy on the way, trusted or not. */
    private static final List<String> TRACES = List.of("Forwarded", FORWARDED_FOR, FORWARDED_PROTO, "X-Forwarded-Host",
            "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Prefix", "X-Forwarded-By", "X-Forwarded",
            "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-Forwarded-For", "True-Client-IP",
            "CF-Connecting-IP", "Fastly-Client-IP", "Via");

    /** Reads it off a request. */
    public static Caller of(Approach approach, TrustedProxies proxies) {
        boolean throughProxy = proxies.trusts(approach.peer());
        boolean local = approach.peer().isLoopbackAddress() && TRACES.stream().noneMatch(approach::has);
        return new Caller(throughProxy ? client(approach, proxies) : approach.peer(), local,
                throughProxy && nearestWord(approach.headers().values(FORWARDED_PROTO)).equalsIgnoreCase("https"));
    }

    /** From right to left, because each proxy adds to the right: what stands left of an untrusted hop is only its claim. */
    private static InetAddress client(Approach approach, TrustedProxies proxies) {
        InetAddress nearest = approach.peer();
        String hops = String.join(",", approach.headers().values(FORWARDED_FOR));
        int end = hops.length();
        for (int i = 0; i < MOST_HOPS && end >= 0 && proxies.trusts(nearest); i++) {
            int comma = hops.lastIndexOf(',', end - 1);
            Optional<InetAddress> hop = hop(hops.substring(comma + 1, end).strip());
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
            end = comma;
        }
        return nearest;
    }

    /** An address, perhaps with the port that some proxies add. */
    private static Optional<InetAddress> hop(String text) {
        Optional<InetAddress> bare = IpLiterals.read(text);
        return bare.isPresent() ? bare : Authority.read(text).flatMap(Authority::literal);
    }

    private static String nearestWord(List<String> values) {
        String words = values.isEmpty() ? "" : values.getLast();
        return words.substring(words.lastIndexOf(',') + 1).strip();
    }
}
