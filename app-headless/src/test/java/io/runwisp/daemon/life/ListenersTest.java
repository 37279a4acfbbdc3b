package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.http.Patience;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.auth.AuthMode;
import io.runwisp.config.grammar.HostPorts.HostPort;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.data.Refusal;
import io.runwisp.time.SystemMonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** What an operator is told when nothing can listen where it should. */
final class ListenersTest {

    private static final Patience PATIENCE = Patience.usual(new SystemMonotonicClock(), (_, _) -> {
    });

    @Test
    void aPortThatIsTakenIsNamedWithTheWayToSeeWhoHasIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Refusal refusal = refused(door("127.0.0.1", port), new MetricsPlace.Nowhere());
            assertEquals("Port " + port + " of 127.0.0.1 is in use.", refusal.title());
            assertTrue(refusal.detail().contains("ss -ltnp \"sport = :" + port + "\"")
                    && refusal.detail().contains("--port"), refusal.detail());
        }
    }

    @Test
    void anAddressOfAnotherMachineAndANameThatNobodyKnowsAreTold() {
        assertEquals("192.0.2.1 is no address of this machine.",
                refused(door("192.0.2.1", 0), new MetricsPlace.Nowhere()).title());
        assertTrue(refused(door("nobody.invalid", 0), new MetricsPlace.Nowhere()).title().contains("nobody.invalid"));
    }

    @Test
    void whatTheFiguresCannotHaveIsToldByItsKeyAndTheApiLetsGoOfItsPort() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Refusal refusal = refused(door("127.0.0.1", free),
                    new MetricsPlace.Alone(new HostPort("127.0.0.1", other.getLocalPort())));
            assertTrue(refusal.detail().contains("[daemon] metrics_listen"), refusal.detail());
        }
        new ServerSocket(free, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void everyInterfaceIsReachedByTheLoopbackToo() throws IOException {
        for (String host : new String[]{"", "0.0.0.0"}) {
            Door door = door(host, 0);
            try (Listeners listeners = listening(door)) {
                assertEquals("http://127.0.0.1:" + listeners.api().port(), door.url(listeners.api().port()));
                new Socket(InetAddress.getLoopbackAddress(), listeners.api().port()).close();
            }
        }
        assertEquals("http://[::1]:80", door("::1", 0).url(80));
    }

    private static Door door(String host, int port) {
        return new Door(host, port, AuthMode.REQUIRED);
    }

    private static Listeners listening(Door door) {
        return switch (Listeners.bind(door, new MetricsPlace.Nowhere(), PATIENCE)) {
            case StepResult.Done<Listeners>(Listeners listeners) -> listeners;
            case StepResult.Failed<Listeners>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Refusal refused(Door door, MetricsPlace place) {
        return switch (Listeners.bind(door, place, PATIENCE)) {
            case StepResult.Failed<Listeners>(Refusal refusal) -> refusal;
            case StepResult.Done<Listeners>(Listeners listeners) -> {
                listeners.close();
                throw new AssertionError("it listens");
            }
        };
    }
}
