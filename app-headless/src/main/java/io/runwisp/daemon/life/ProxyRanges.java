package io.runwisp.daemon.life;

import io.runwisp.auth.request.TrustedProxies;
import io.runwisp.config.Config;
import io.runwisp.config.grammar.IpRanges;
import io.runwisp.config.grammar.Reading;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The proxies that a configuration believes. */
record ProxyRanges(List<IpRanges.Range> ranges) implements TrustedProxies {

    static ProxyRanges of(Config config) {
        List<IpRanges.Range> ranges = new ArrayList<>();
        for (String text : config.daemon().trustedProxies()) {
            switch (IpRanges.read(text)) {
                case Reading.Good<IpRanges.Range>(var range) -> ranges.add(range);
                case Reading.Bad<IpRanges.Range> bad ->
                    throw new IllegalArgumentException("the loader let it pass: " + bad);
            }
        }
        return new ProxyRanges(List.copyOf(ranges));
    }

    @Override
    public boolean trusts(InetAddress machine) {
        return ranges.stream().anyMatch(range -> range.contains(machine));
    }
}
