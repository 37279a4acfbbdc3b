package io.runwisp.auth.gate;

import static io.runwisp.auth.gate.GateWorld.PASSWORD;
import static io.runwisp.auth.gate.GateWorld.PROXY;
import static io.runwisp.auth.gate.GateWorld.denied;
import static io.runwisp.auth.gate.GateWorld.get;
import static io.runwisp.auth.gate.GateWorld.granted;
import static io.runwisp.auth.gate.GateWorld.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.request.Requests;
import io.runwisp.model.LoginProof;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateLoginTest {

    private final GateWorld world = new GateWorld(AuthMode.REQUIRED);
    private final Gate gate = world.gate;

    @Test
    void whoKnowsThePasswordComesIn() {
        Session session = granted(world.login(post(), PASSWORD));
        assertEquals(2, session.setCookies().size());
        assertTrue(session.setCookies().stream().allMatch(cookie -> cookie.contains(session.token().text())));
        assertFalse(session.toString().contains(session.token().text()), session.toString());
        Admission admission = granted(
                gate.admit(get().with("Authorization", "Bearer " + session.token().text()).build()));
        assertEquals(session.token().until(), admission.until());
        granted(gate.admit(get().with("Cookie", "runwisp_jwt=" + session.token().text()).build()));
        granted(gate.admit(get().with("Cookie", "runwisp_jwt_9477=" + session.token().text()).build()));
    }

    @Test
    void challengesAreSixtyFourDigitsAndNeverTheSame() {
        String one = granted(gate.challenge(get().build()));
        assertTrue(one.matches("[0-9a-f]{64}"), one);
        assertNotEquals(one, granted(gate.challenge(get().build())));
    }

    @Test
    void theWrongPasswordUsesTheChallengeUpToo() {
        String nonce = granted(gate.challenge(get().build()));
        denied(Reason.PASSWORD_WRONG, gate.login(post().build(), nonce, LoginProof.of("wrong", nonce).text()));
        denied(Reason.CHALLENGE_STALE,
                gate.login(post().build(), nonce, LoginProof.of(PASSWORD, nonce).text()));
    }

    @Test
    void anAnswerThatWasOverheardOpensNothing() {
        String nonce = granted(gate.challenge(get().build()));
        String proof = LoginProof.of(PASSWORD, nonce).text();
        granted(gate.login(post().build(), nonce, proof));
        denied(Reason.CHALLENGE_STALE, gate.login(post().build(), nonce, proof));
        String other = granted(gate.challenge(get().build()));
        denied(Reason.PASSWORD_WRONG, gate.login(post().build(), other, proof));
    }

    @Test
    void aChallengeIsGoodForFiveMinutes() {
        String nonce = granted(gate.challenge(get().build()));
        world.clocks.advance(Duration.ofMinutes(5));
        denied(Reason.CHALLENGE_STALE,
                gate.login(post().build(), nonce, LoginProof.of(PASSWORD, nonce).text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "hunter2", "\u0000", "\ud800"})
    void answersOfOtherShapesAreWrongPasswords(String proof) {
        String nonce = granted(gate.challenge(get().build()));
        denied(Reason.PASSWORD_WRONG, gate.login(post().build(), nonce, proof));
        String upper = granted(gate.challenge(get().build()));
        denied(Reason.PASSWORD_WRONG, gate.login(post().build(), upper,
                LoginProof.of(PASSWORD, upper).text().toUpperCase(Locale.ROOT)));
        denied(Reason.CHALLENGE_STALE, gate.login(post().build(), proof, proof));
        denied(Reason.CHALLENGE_STALE, gate.login(post().build(), "x".repeat(1_000_000), "x".repeat(1_000_000)));
    }

    @Test
    void afterFiveFailuresNobodyOfThatAddressComesInUntilTheFirstIsFiveMinutesOld() {
        String early = granted(gate.challenge(get().build()));
        for (int i = 0; i < 5; i++) {
            denied(Reason.PASSWORD_WRONG, world.login(post(), "guess " + i));
            world.clocks.advance(Duration.ofSeconds(10));
        }
        assertEquals(250, denied(Reason.TOO_MANY_FAILURES, gate.challenge(get().build())).retryAfterSeconds());
        denied(Reason.TOO_MANY_FAILURES,
                gate.login(post().build(), early, LoginProof.of(PASSWORD, early).text()));
        granted(world.login(post().from("198.51.100.1"), PASSWORD));
        world.clocks.advance(Duration.ofSeconds(249).plusMillis(500));
        assertEquals(1, denied(Reason.TOO_MANY_FAILURES, gate.challenge(get().build())).retryAfterSeconds());
        world.clocks.advance(Duration.ofMillis(500));
        granted(world.login(post(), PASSWORD));
    }

    @Test
    void theRightPasswordIsNeverCounted() {
        for (int i = 0; i < 50; i++) {
            world.token();
        }
        for (int i = 0; i < 4; i++) {
            denied(Reason.PASSWORD_WRONG, world.login(post(), "typing error"));
        }
        world.token();
    }

    /** A restart of the daemon makes every open challenge stale, and nobody guessed anything. */
    @Test
    void staleChallengesAreNotCounted() {
        for (int i = 0; i < 100; i++) {
            denied(Reason.CHALLENGE_STALE, gate.login(post().build(), "0".repeat(64), "0".repeat(64)));
        }
        world.token();
    }

    @Test
    void sixtyChallengesAMinuteAreEnoughForAnAddress() {
        for (int i = 0; i < 60; i++) {
            granted(gate.challenge(get().build()));
        }
        assertEquals(60, denied(Reason.TOO_MANY_CHALLENGES, gate.challenge(get().build())).retryAfterSeconds());
        granted(gate.challenge(get().from("198.51.100.1").build()));
        world.clocks.advance(Duration.ofSeconds(60));
        granted(gate.challenge(get().build()));
    }

    @Test
    void clientsBehindATrustedProxyAreToldApartAndOthersCannotPretend() {
        for (int i = 0; i < 5; i++) {
            denied(Reason.PASSWORD_WRONG,
                    world.login(post().from(PROXY).with("X-Forwarded-For", i + ".1.1.1, 198.51.100.1"), "x"));
        }
        denied(Reason.TOO_MANY_FAILURES,
                gate.challenge(get().from(PROXY).with("X-Forwarded-For", "9.9.9.9, 198.51.100.1").build()));
        granted(world.login(post().from(PROXY).with("X-Forwarded-For", "198.51.100.2"), PASSWORD));
        for (int i = 0; i < 5; i++) {
            denied(Reason.PASSWORD_WRONG,
                    world.login(post().from("203.0.113.9").with("X-Forwarded-For", i + ".1.1.1"), "x"));
        }
        denied(Reason.TOO_MANY_FAILURES, gate.challenge(get().from("203.0.113.9").build()));
    }

    @Test
    void cookiesAreSecureBehindATrustedProxyThatSpeaksTls() {
        Requests request = post().from(PROXY)
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-For", "198.51.100.1");
        assertTrue(granted(world.login(request, PASSWORD)).setCookies()
            .stream()
            .allMatch(cookie -> cookie.endsWith("; Secure")));
        assertFalse(granted(world.login(post().from("203.0.113.9").with("X-Forwarded-Proto", "https"), PASSWORD))
            .setCookies()
            .stream()
            .anyMatch(cookie -> cookie.contains("Secure")));
    }
}
