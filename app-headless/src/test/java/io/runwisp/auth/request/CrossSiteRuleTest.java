package io.runwisp.auth.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteRuleTest {

    private static final HostRule HOSTS = HostRule.of("127.0.0.1", Optional.of("https://jobs.example"));

    private static boolean allows(Requests request, boolean cookie) {
        Approach approach = request.build();
        return CrossSiteRule.allows(approach, cookie, HOSTS, Caller.of(approach, TrustedProxies.none()));
    }

    private static Requests post() {
        return Requests.of("POST").with("Host", "127.0.0.1:9477");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // Origin | Referer | Sec-Fetch-Site | with cookie | without
            "-                       | -                          | -           | false | true",
            "http://127.0.0.1:9477   | -                          | -           | true  | true",
            "HTTP://127.0.0.1:9477   | -                          | same-origin | true  | true",
            "-                       | http://127.0.0.1:9477/runs | -           | true  | true",
            "-                       | http://127.0.0.1:9477      | -           | true  | true",
            "https://jobs.example    | -                          | -           | true  | true",
            "-                       | https://jobs.example/x     | -           | true  | true",
            "http://jobs.example     | -                          | -           | false | false",
            "https://jobs.example:1  | -                          | -           | false | false",
            "http://127.0.0.1:3000   | -                          | same-site   | false | false",
            "http://127.0.0.1        | -                          | -           | false | false",
            "http://localhost:9477   | -                          | -           | false | false",
            "https://127.0.0.1:9477/ | -                          | -           | false | false",
            "https://evil.example    | -                          | -           | false | false",
            "null                    | -                          | -           | false | false",
            "''                      | -                          | -           | false | false",
            "file://                 | -                          | -           | false | false",
            "-                       | -                          | cross-site  | false | false",
            "http://127.0.0.1:9477   | -                          | cross-site  | false | false",
            "-                       | -                          | Cross-Site  | false | false",
            "-                       | https://evil.example/      | -           | false | true",
            "-                       | about:blank                | -           | false | true",
            "https://evil.example    | http://127.0.0.1:9477/     | -           | false | false",
            "http://127.0.0.1:9477   | https://evil.example/      | -           | true  | true",
            "-                       | http://127.0.0.1:9477@evil.example/ | -  | false | true",
            "-                       | http://evil.example/http://127.0.0.1:9477/ | - | false | true",
            "-                       | http://127.0.0.1:9477.evil.example/ | -  | false | true"})
    void onlyPagesOfOurOwnActWithACookie(String origin, String referer, String site, boolean with, boolean without) {
        for (boolean cookie : new boolean[]{true, false}) {
            Requests request = post();
            for (String[] header : new String[][]{{"Origin", origin}, {"Referer", referer}, {"Sec-Fetch-Site", site}}) {
                if (header[1] != null) {
                    request.with(header[0], header[1]);
                }
            }
            assertEquals(cookie ? with : without, allows(request, cookie), "with cookie: " + cookie);
        }
    }

    @Test
    void behindAProxyThatPassesTheHostOnThePortIsThatOfTheScheme() {
        assertTrue(allows(Requests.of("POST").with("Host", "tasks.example").with("Origin", "https://tasks.example"),
                true));
        assertTrue(allows(Requests.of("POST").with("Host", "tasks.example:443").with("Origin", "https://tasks.example"),
                true));
        assertFalse(allows(Requests.of("POST").with("Host", "tasks.example:80").with("Origin", "https://tasks.example"),
                true));
        assertTrue(allows(Requests.of("POST").with("Host", "[::1]:9477").with("Origin", "http://[::1]:9477"), true));
    }

    @Test
    void aPageWithoutTlsIsAnotherOneWhereTheProxySpeaksTls() {
        Approach approach = Requests.of("POST")
            .with("Host", "tasks.example")
            .with("Origin", "http://tasks.example")
            .build();
        Caller secure = new Caller(approach.peer(), false, true);
        assertFalse(CrossSiteRule.allows(approach, true, HOSTS, secure));
        assertTrue(CrossSiteRule.allows(approach, true, HOSTS, new Caller(approach.peer(), false, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void askingIsFree(String method) {
        assertTrue(allows(
                Requests.of(method).with("Origin", "https://evil.example").with("Sec-Fetch-Site", "cross-site"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get", "TRACE", "", "ANYTHING"})
    void everythingElseIsGuarded(String method) {
        assertFalse(allows(Requests.of(method).with("Origin", "https://evil.example"), true));
    }

    @Test
    void aProgramWithATokenPasses() {
        assertTrue(allows(post().with("Authorization", "Bearer abc"), true));
        assertTrue(allows(post().with("authorization", "bearer abc").with("Origin", "https://evil.example"), true));
    }

    /** A browser that once logged in to a proxy sends these by itself, from every page. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Digest username=x", "Negotiate abc", "Bearer", "Bearer ", "abc"})
    void whatABrowserAddsByItselfProvesNothing(String authorization) {
        assertFalse(allows(post().with("Authorization", authorization).with("Origin", "https://evil.example"), true));
    }

    @Test
    void twoOriginsOrTwoTokensAreNone() {
        String own = "http://127.0.0.1:9477";
        assertFalse(allows(post().with("Origin", own).with("Origin", own), true));
        assertFalse(allows(post().with("Referer", own).with("Referer", own), true));
        assertFalse(allows(post().with("Authorization", "Bearer a").with("Authorization", "Bearer b"), true));
        assertFalse(allows(Requests.of("POST").with("Origin", own), true));
    }
}
