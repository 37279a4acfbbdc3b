package io.runwisp.daemon.life;

import io.runwisp.api.http.ApiServer;
import io.runwisp.api.http.Front;
import io.runwisp.api.http.Routes;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.auth.gate.Gate;
import io.runwisp.config.grammar.HostPorts.HostPort;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.data.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Where a daemon listens. Closing it ends the streams, then what is under way; closing twice does nothing. */
final class FrontDoor implements AutoCloseable {

    private final Door door;
    private final StreamRoom room;
    private final List<ApiServer> servers = new ArrayList<>();

    FrontDoor(Door door, StreamRoom room) {
        this.door = door;
        this.room = room;
    }

    /**
     * Begins to listen.
     *
     * @return why it cannot, and what to do
     */
    Optional<Refusal> open(Front front, Gate gate, MetricsPlace place, Supplier<String> figures, DaemonLog log) {
        Optional<Refusal> refusal = listen(door.host(), door.port(), front, "--port", "--host");
        if (refusal.isEmpty() && place instanceof MetricsPlace.Alone(HostPort address)) {
            refusal = listen(address.host(), address.port(), Routes.figures(gate, figures, fault(log)),
                    "[daemon] metrics_listen", "[daemon] metrics_listen");
        }
        return refusal;
    }

    /** Tells the log what went wrong inside while a request was answered. */
    static BiConsumer<String, Throwable> fault(DaemonLog log) {
        return (what, cause) -> log.error("the API ran into a fault of its own while it answered " + what + ": " + cause
                + at(cause));
    }

    private static String at(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private Optional<Refusal> listen(String host, int port, Front front, String portName, String hostName) {
        InetAddress address;
        try {
            address = host.isEmpty() ? InetAddress.getByName("0.0.0.0") : InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return Optional.of(new Refusal("there is no address " + host + " to listen on.",
                    "Give " + hostName
                            + " an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them."));
        }
        try {
            servers.add(ApiServer.listen(address, port, front));
            return Optional.empty();
        } catch (IOException e) {
            close();
            return Optional.of(new Refusal(
                    "RunWisp cannot listen on " + address.getHostAddress() + " port " + port + ".",
                    "Another program listens there, or the address is not one of this machine, or ports below 1024 are "
                            + "not for this user. See who does with: ss -ltnp 'sport = :" + port + "'. Choose another "
                            + "with " + portName + "."));
        }
    }

    /** Where people reach it. */
    String url() {
        return door.url(servers.isEmpty() ? door.port() : servers.getFirst().port());
    }

    @Override
    public synchronized void close() {
        room.close();
        servers.forEach(ApiServer::close);
        servers.clear();
    }
}
