package io.runwisp.auth.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCookiesTest {

    private static final SessionCookies COOKIES = new SessionCookies(9477);

    @Test
    void aSessionBeginsWithBothNames() {
        assertEquals(List.of(
                "runwisp_jwt_9477=a.b.c; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict",
                "runwisp_jwt=a.b.c; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict"),
                COOKIES.begin("a.b.c", Duration.ofHours(24), false));
    }

    @Test
    void behindTlsBothAreSecure() {
        assertEquals(List.of(
                "runwisp_jwt_9477=a.b.c; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict; Secure",
                "runwisp_jwt=a.b.c; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict; Secure"),
                COOKIES.begin("a.b.c", Duration.ofHours(24), true));
    }

    @Test
    void loggingOutEmptiesBothAtOnce() {
        assertEquals(List.of(
                "runwisp_jwt_9477=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict",
                "runwisp_jwt=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"), COOKIES.end(false));
        assertTrue(COOKIES.end(true).stream().allMatch(cookie -> cookie.endsWith("; Secure")));
    }

    private static List<String> tokens(String... cookies) {
        Requests request = Requests.of("GET");
        List.of(cookies).forEach(line -> request.with("Cookie", line));
        return COOKIES.tokens(request.build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "runwisp_jwt=a                                | a",
            "runwisp_jwt=a; runwisp_jwt_9477=b            | b a",
            "runwisp_jwt_9477=b; runwisp_jwt=a            | b a",
            "runwisp_jwt_9478=c; runwisp_jwt=a            | a",
            "x=1;runwisp_jwt=a;y=2                        | a",
            "  runwisp_jwt = a  ; x                       | a",
            "runwisp_jwt=\"a\"                            | a",
            "runwisp_jwt=a=b                              | a=b",
            "runwisp_jwt=a; runwisp_jwt=b                 | a b",
            "Runwisp_JWT=a                                | ''",
            "xrunwisp_jwt=a; runwisp_jwtx=b               | ''",
            "runwisp_jwt; runwisp_jwt=; runwisp_jwt=\"\"  | ''",
            ";;;===;                                      | ''"})
    void theCookieWithThePortWins(String header, String expected) {
        assertEquals(expected, String.join(" ", tokens(header)));
    }

    @Test
    void severalLinesAreReadAndTheHeaderComesFirst() {
        assertEquals(List.of("b", "a"), tokens("runwisp_jwt=a", "runwisp_jwt_9477=b"));
        assertEquals(List.of("t", "b"), COOKIES.tokens(
                Requests.of("GET").with("Authorization", "Bearer t").with("Cookie", "runwisp_jwt_9477=b").build()));
        assertEquals(List.of("b"), COOKIES.tokens(
                Requests.of("GET").with("Authorization", "Basic t").with("Cookie", "runwisp_jwt_9477=b").build()));
    }

    @Test
    void aFloodOfCookiesIsTriedEightTimes() {
        assertEquals(8, tokens("runwisp_jwt=a; ".repeat(4_000)).size());
        assertEquals(8, COOKIES.tokens(Requests.of("GET")
            .with("Authorization", "Bearer t")
            .with("Cookie", "runwisp_jwt=a; ".repeat(4_000))
            .build()).size());
        assertEquals("b", tokens("runwisp_jwt=a; ".repeat(4_000) + "runwisp_jwt_9477=b").getFirst());
    }

    @RepeatedTest(200)
    void whateverStandsAroundItOurCookieIsFound(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        String alphabet = "abc=\", \t\0é_-:/";
        StringBuilder other = new StringBuilder();
        for (int i = chance.nextInt(40); i > 0; i--) {
            other.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        assertEquals(List.of("mine"), tokens(other + ";runwisp_jwt_9477=mine;" + other), other.toString());
    }
}
