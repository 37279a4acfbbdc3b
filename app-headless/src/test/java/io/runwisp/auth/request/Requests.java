package io.runwisp.auth.request;

import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds requests, one header at a time. */
public final class Requests {

    private final String method;
    private InetAddress peer = address("127.0.0.1");
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Requests(String method) {
        this.method = method;
    }

    /** A request from this machine without any header. */
    public static Requests of(String method) {
        return new Requests(method);
    }

    public static InetAddress address(String text) {
        return IpLiterals.read(text).orElseThrow();
    }

    public Requests from(String address) {
        peer = address(address);
        return this;
    }

    public Requests with(String name, String value) {
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        return this;
    }

    public Approach build() {
        return new Approach(method, peer, name -> headers.getOrDefault(name, List.of()));
    }
}
