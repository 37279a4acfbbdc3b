package io.runwisp.auth.gate;

import static io.runwisp.auth.gate.GateWorld.PROXY;
import static io.runwisp.auth.gate.GateWorld.denied;
import static io.runwisp.auth.gate.GateWorld.get;
import static io.runwisp.auth.gate.GateWorld.granted;
import static io.runwisp.auth.gate.GateWorld.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.request.Approach;
import io.runwisp.auth.request.Caller;
import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateAdmissionTest {

    private final GateWorld world = new GateWorld(AuthMode.REQUIRED);
    private final Gate gate = world.gate;

    @Test
    void withoutATokenNobodyIsAdmittedAndTheReasonIsTold() {
        denied(Reason.TOKEN_MISSING, gate.admit(get().build()));
        denied(Reason.TOKEN_MISSING, gate.admit(get().with("Authorization", "Basic abc").build()));
        denied(Reason.TOKEN_INVALID, gate.admit(get().with("Authorization", "Bearer abc").build()));
        String token = world.token();
        world.clocks.advance(Duration.ofHours(24));
        denied(Reason.TOKEN_EXPIRED, gate.admit(get().with("Authorization", "Bearer " + token).build()));
        denied(Reason.TOKEN_EXPIRED,
                gate.admit(get().with("Cookie", "runwisp_jwt_9477=" + token + "; runwisp_jwt=garbage").build()));
    }

    @Test
    void whicheverTokenIsGoodCounts() {
        String token = world.token();
        granted(gate.admit(get().with("Authorization", "Bearer old").with("Cookie", "runwisp_jwt=" + token).build()));
        granted(gate.admit(get().with("Cookie", "runwisp_jwt_9477=old; runwisp_jwt=" + token).build()));
        granted(gate.admit(get().with("Cookie", "runwisp_jwt=old").with("Authorization", "bearer  " + token).build()));
        denied(Reason.TOKEN_INVALID,
                gate.admit(get().with("Cookie", "runwisp_jwt_9478=" + token + "; runwisp_jwt=x").build()));
    }

    @Test
    void theStatusLooksAtCookiesOnly() {
        String token = world.token();
        assertEquals(new AuthStatus(true, false), granted(gate.status(get().build())));
        assertEquals(new AuthStatus(true, false),
                granted(gate.status(get().with("Authorization", "Bearer " + token).build())));
        assertEquals(new AuthStatus(true, true),
                granted(gate.status(get().with("Cookie", "runwisp_jwt=" + token).build())));
        assertEquals(new AuthStatus(true, false), granted(gate.status(get().with("Cookie", "runwisp_jwt=x").build())));
    }

    @Test
    void loggingOutTakesTheCookiesBack() {
        List<String> cookies = granted(gate.logout(post().build()));
        assertTrue(
                cookies.size() == 2
                        && cookies.stream().allMatch(cookie -> cookie.contains("=; ") && cookie.contains("Max-Age=0")),
                cookies.toString());
        denied(Reason.CROSS_SITE, gate.logout(post().with("Origin", "https://evil.example").build()));
    }

    @Test
    void everyOperationAsksForANameOfOursFirst() {
        Approach evil = Requests.of("GET")
            .with("Host", "evil.example")
            .with("Authorization", "Bearer " + world.token())
            .build();
        assertTrue(denied(Reason.HOST_UNKNOWN, gate.screen(evil)).detail().contains("«evil.example»"));
        denied(Reason.HOST_UNKNOWN, gate.admit(evil));
        denied(Reason.HOST_UNKNOWN, gate.status(evil));
        denied(Reason.HOST_UNKNOWN, gate.challenge(evil));
        denied(Reason.HOST_UNKNOWN, gate.login(evil, "", ""));
        denied(Reason.HOST_UNKNOWN, gate.logout(evil));
        denied(Reason.HOST_UNKNOWN, gate.ticket(evil));
        denied(Reason.HOST_UNKNOWN, gate.launch(evil, "x", "/"));
    }

    @Test
    void aPageOfAStrangerCannotActForWhoIsLoggedIn() {
        Requests request = post().with("Cookie", "runwisp_jwt=" + world.token());
        denied(Reason.CROSS_SITE, gate.admit(request.build()));
        denied(Reason.CROSS_SITE, gate.admit(request.with("Origin", "https://evil.example").build()));
        granted(gate.admit(
                post().with("Cookie", "runwisp_jwt=" + world.token()).with("Origin", "http://127.0.0.1:9477").build()));
    }

    @Test
    void aReloadedConfigurationHoldsFromThenOn() {
        Approach named = Requests.of("GET").with("Host", "jobs.example").build();
        denied(Reason.HOST_UNKNOWN, gate.screen(named));
        gate.follow(new GateRules(HostRule.of("127.0.0.1", Optional.of("https://jobs.example")), _ -> false));
        granted(gate.screen(named));
        Caller caller = gate.caller(get().from(PROXY).with("X-Forwarded-For", "198.51.100.1").build());
        assertEquals(Requests.address(PROXY), caller.address());
    }

    @Test
    void whereLoginIsOffEverybodyComesInButPagesOfStrangers() {
        GateWorld open = new GateWorld(AuthMode.OFF);
        assertNull(granted(open.gate.admit(post().build())).until());
        granted(open.gate.admit(get().with("Authorization", "Bearer nonsense").build()));
        assertEquals(new AuthStatus(false, true), granted(open.gate.status(get().build())));
        denied(Reason.CROSS_SITE, open.gate.admit(post().with("Origin", "https://evil.example").build()));
        denied(Reason.CROSS_SITE, open.gate.admit(post().with("Sec-Fetch-Site", "cross-site").build()));
        denied(Reason.HOST_UNKNOWN, open.gate.admit(Requests.of("GET").with("Host", "evil.example").build()));
    }
}
