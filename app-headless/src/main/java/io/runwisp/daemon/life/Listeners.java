package io.runwisp.daemon.life;

import io.runwisp.api.http.Answering;
import io.runwisp.api.http.ApiServer;
import io.runwisp.api.http.Patience;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.config.grammar.HostPorts.HostPort;
import io.runwisp.daemon.boot.Held;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.data.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What listens. Nobody is answered before the fronts are there.
 *
 * @param figures where the figures are, when they have a place of their own
 */
record Listeners(ApiServer api, @Nullable ApiServer figures) implements Held {

    private static final int LOWEST_FREE_PORT = 1024;

    static StepResult<Listeners> bind(Door door, MetricsPlace place, Patience patience) {
        StepResult<ApiServer> api = bind(door.host(), door.port(), "--host", "--port", patience);
        return switch (api) {
            case StepResult.Failed<ApiServer>(Refusal refusal) -> new StepResult.Failed<>(refusal);
            case StepResult.Done<ApiServer>(ApiServer server) when place instanceof MetricsPlace.Alone(var address) ->
                with(server, address, patience);
            case StepResult.Done<ApiServer>(ApiServer server) -> new StepResult.Done<>(new Listeners(server, null));
        };
    }

    private static StepResult<Listeners> with(ApiServer api, HostPort address, Patience patience) {
        String key = "[daemon] metrics_listen";
        return switch (bind(address.host(), address.port(), key, key, patience)) {
            case StepResult.Done<ApiServer>(ApiServer figures) -> new StepResult.Done<>(new Listeners(api, figures));
            case StepResult.Failed<ApiServer>(Refusal refusal) -> {
                api.close();
                yield new StepResult.Failed<>(refusal);
            }
        };
    }

    private static StepResult<ApiServer> bind(String host, int port, String hostKey, String portKey,
            Patience patience) {
        InetAddress address;
        try {
            address = host.isEmpty() ? new InetSocketAddress(port).getAddress() : InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return refused("\"" + host + "\" is no address, and no name that this machine knows.",
                    "Set " + hostKey + " to 127.0.0.1 for this machine alone, to 0.0.0.0 for everybody who reaches it, "
                            + "or to one of the addresses that \"ip address\" shows.");
        }
        try {
            return new StepResult.Done<>(ApiServer.listen(address, port, patience));
        } catch (IOException e) {
            return hindered(address.getHostAddress(), port, hostKey, portKey, String.valueOf(e.getMessage()));
        }
    }

    private static StepResult<ApiServer> hindered(String address, int port, String hostKey, String portKey,
            String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        if (said.contains("in use")) {
            return refused("Port " + port + " of " + address + " is in use.",
                    "See who has it: ss -ltnp \"sport = :" + port + "\". End that program, or choose another port with "
                            + portKey + ".");
        }
        if (said.contains("assign")) {
            return refused(address + " is no address of this machine.",
                    "\"ip address\" shows those it has. Set " + hostKey + " to one of them, or to 127.0.0.1.");
        }
        if (said.contains("denied") && port < LOWEST_FREE_PORT) {
            return refused("Port " + port + " is for root alone.",
                    "Choose one from " + LOWEST_FREE_PORT + " on with " + portKey
                            + ", and let a proxy in front of it listen on " + port + ".");
        }
        return refused("Nothing can listen on port " + port + " of " + address + ": " + reason + ".",
                "Choose another one with " + hostKey + " and " + portKey + ".");
    }

    private static <T> StepResult<T> refused(String title, String detail) {
        return new StepResult.Failed<>(new Refusal(title, detail));
    }

    /**
     * From now on requests are answered.
     *
     * @param front by this
     * @param page and those for figures by this, when they have a place of their own
     */
    void open(Answering front, @Nullable Answering page) {
        api.open(front);
        if (figures != null && page != null) {
            figures.open(page);
        }
    }

    @Override
    public void close() {
        api.close();
        if (figures != null) {
            figures.close();
        }
    }
}
