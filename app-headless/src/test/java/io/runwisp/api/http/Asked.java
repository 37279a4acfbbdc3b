package io.runwisp.api.http;

import io.runwisp.auth.gate.Admission;
import io.runwisp.auth.request.Approach;
import io.runwisp.auth.request.Caller;
import io.runwisp.auth.request.TrustedProxies;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** Calls as a route gets them, for tests of what lies beyond this package. */
public final class Asked {

    private Asked() {
    }

    /** Somebody on this machine asks for a path, with one header or none. */
    public static Call get(String path, String... header) {
        Approach approach = new Approach("GET", InetAddress.getLoopbackAddress(),
                name -> header.length > 0 && name.equalsIgnoreCase(header[0]) ? List.of(header[1]) : List.of());
        Request request = new Request() {

            @Override
            public String path() {
                return path;
            }

            @Override
            public String query() {
                return "";
            }

            @Override
            public Approach approach() {
                return approach;
            }

            @Override
            public byte[] body(int limit) {
                return new byte[0];
            }
        };
        return new Call(new Input(request, Map.of(), Map.of(), 0),
                new Admission(Caller.of(approach, TrustedProxies.none()), null));
    }
}
