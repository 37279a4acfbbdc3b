package io.runwisp.api.http;

import io.runwisp.auth.request.Approach;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A request that somebody sends in a test. */
record Sent(String method, String path, String query, List<Map.Entry<String, String>> headers, String text)
        implements
            Request {

    static Sent get(String pathAndQuery) {
        return of("GET", pathAndQuery);
    }

    static Sent post(String pathAndQuery) {
        return of("POST", pathAndQuery);
    }

    static Sent of(String method, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return new Sent(method, mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark),
                mark < 0 ? "" : pathAndQuery.substring(mark + 1), List.of(Map.entry("Host", "127.0.0.1:9477")), "");
    }

    Sent with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Sent(method, path, query, more, text);
    }

    Sent json(String body) {
        Sent typed = with("Content-Type", "application/json");
        return new Sent(typed.method, typed.path, typed.query, typed.headers, body);
    }

    @Override
    public Approach approach() {
        return new Approach(method, InetAddress.getLoopbackAddress(), name -> values(name).toList());
    }

    private Stream<String> values(String name) {
        return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue);
    }

    @Override
    public byte[] body(int limit) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(all, Math.min(all.length, limit + 1));
    }
}
