package io.runwisp.daemon.life;

import io.runwisp.auth.request.TrustedProxies;
import io.runwisp.config.Config;
import io.runwisp.config.grammar.IpRanges;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.data.Refusal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The proxies that are believed: those of the configuration and those of the environment. */
record ProxyRanges(List<IpRanges.Range> ranges) implements TrustedProxies {

    static final String VARIABLE = "RUNWISP_TRUST_PROXY";

    /** What became of reading them. */
    sealed interface Outcome {
    }

    record Read(ProxyRanges proxies) implements Outcome {
    }

    record Refused(Refusal refusal) implements Outcome {
    }

    static Outcome of(Config config, Map<String, String> environment) {
        List<IpRanges.Range> ranges = new ArrayList<>();
        List<String> configured = config.daemon().daemon().get(DaemonKeys.TRUSTED_PROXIES);
        for (String text : configured == null ? List.<String>of() : configured) {
            if (IpRanges.read(text) instanceof Reading.Good<IpRanges.Range>(var range)) {
                ranges.add(range);
            }
        }
        for (String text : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
            switch (text.isBlank() ? null : IpRanges.read(text.strip())) {
                case null -> {
                    // Nothing stands between two commas.
                }
                case Reading.Good<IpRanges.Range>(var range) -> ranges.add(range);
                case Reading.Bad<IpRanges.Range> _ -> {
                    return new Refused(new Refusal(VARIABLE + " names " + text.strip()
                            + ", which is no address and no range that can be trusted.",
                            "Write addresses and ranges with commas between them, such as 127.0.0.1,10.20.0.0/16; a "
                                    + "range of everybody is refused."));
                }
            }
        }
        return new Read(new ProxyRanges(List.copyOf(ranges)));
    }

    @Override
    public boolean trusts(InetAddress machine) {
        return ranges.stream().anyMatch(range -> range.contains(machine));
    }
}
