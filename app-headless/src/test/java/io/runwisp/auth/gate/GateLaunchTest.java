package io.runwisp.auth.gate;

import static io.runwisp.auth.gate.GateWorld.PASSWORD;
import static io.runwisp.auth.gate.GateWorld.PROXY;
import static io.runwisp.auth.gate.GateWorld.denied;
import static io.runwisp.auth.gate.GateWorld.get;
import static io.runwisp.auth.gate.GateWorld.granted;
import static io.runwisp.auth.gate.GateWorld.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.request.Approach;
import io.runwisp.auth.request.Requests;
import io.runwisp.model.LoginProof;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateLaunchTest {

    private final GateWorld world = new GateWorld(AuthMode.REQUIRED);
    private final Gate gate = world.gate;

    @Test
    void aTicketOpensTheBrowserOnce() {
        Requests logged = post().with("Authorization", "Bearer " + world.token());
        String ticket = granted(gate.ticket(logged.build()));
        assertTrue(ticket.matches("[0-9A-Za-z]{43}"), ticket);
        Launch launch = granted(gate.launch(get().build(), ticket, "/tasks/backup"));
        assertEquals("/tasks/backup", launch.location());
        String cookie = launch.setCookies().getFirst().replaceAll(";.*", "");
        granted(gate.admit(get().with("Cookie", cookie).build()));
        assertFalse(launch.toString().contains(cookie), launch.toString());
        denied(Reason.TICKET_STALE, gate.launch(get().build(), ticket, "/"));
    }

    @Test
    void aTicketIsGoodForAMinuteAndLeadsNowhereElse() {
        Approach logged = post().with("Authorization", "Bearer " + world.token()).build();
        String late = granted(gate.ticket(logged));
        world.clocks.advance(Duration.ofSeconds(60));
        denied(Reason.TICKET_STALE, gate.launch(get().build(), late, "/"));
        assertEquals("/",
                granted(gate.launch(get().build(), granted(gate.ticket(logged)), "//evil.example")).location());
        assertEquals("/", granted(gate.launch(get().build(), granted(gate.ticket(logged)), null)).location());
        denied(Reason.TICKET_MISSING, gate.launch(get().build(), null, "/"));
        denied(Reason.TICKET_MISSING, gate.launch(get().build(), "", "/"));
    }

    @Test
    void ticketsAreForThisMachineOnly() {
        String token = "Bearer " + world.token();
        denied(Reason.TOKEN_MISSING, gate.ticket(post().build()));
        denied(Reason.NOT_LOCAL, gate.ticket(post().from("198.51.100.1").with("Authorization", token).build()));
        denied(Reason.NOT_LOCAL,
                gate.ticket(post().with("Authorization", token).with("X-Forwarded-For", "127.0.0.1").build()));
        denied(Reason.NOT_LOCAL,
                gate.ticket(
                        post().from(PROXY).with("Authorization", token).with("X-Forwarded-For", "127.0.0.1").build()));
        String ticket = granted(gate.ticket(post().with("Authorization", token).build()));
        denied(Reason.NOT_LOCAL, gate.launch(get().from("198.51.100.1").build(), ticket, "/"));
        denied(Reason.NOT_LOCAL, gate.launch(get().with("Via", "1.1 x").build(), ticket, "/"));
        granted(gate.launch(get().build(), ticket, "/"));
    }

    @Test
    void guessedTicketsCountAsFailures() {
        for (int i = 0; i < 5; i++) {
            denied(Reason.TICKET_STALE, gate.launch(get().build(), "x".repeat(43), "/"));
        }
        denied(Reason.TOO_MANY_FAILURES, gate.launch(get().build(), "x".repeat(43), "/"));
        denied(Reason.TOO_MANY_FAILURES, gate.challenge(get().build()));
    }

    @Test
    void aNonceIsNoTicketAndATicketNoNonce() {
        String ticket = granted(gate.ticket(post().with("Authorization", "Bearer " + world.token()).build()));
        denied(Reason.CHALLENGE_STALE, gate.login(post().build(), ticket, LoginProof.of(PASSWORD, ticket).text()));
        String nonce = granted(gate.challenge(get().build()));
        denied(Reason.TICKET_STALE, gate.launch(get().build(), nonce, "/"));
    }

    /** A token handed out then would still be good when login is on again. */
    @Test
    void whereLoginIsOffNoTokenIsHandedOut() {
        GateWorld open = new GateWorld(AuthMode.OFF);
        denied(Reason.LOGIN_OFF, open.gate.challenge(get().build()));
        denied(Reason.LOGIN_OFF, open.gate.login(post().build(), "0".repeat(64), "0".repeat(64)));
        Launch launch = granted(open.gate.launch(get().build(), granted(open.gate.ticket(post().build())), "/runs"));
        assertEquals(new Launch("/runs", List.of()), launch);
    }
}
