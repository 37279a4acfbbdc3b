package io.runwisp.auth.request;

import static io.runwisp.auth.request.Requests.address;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    /** Proxies are 10.0.0.0/8 and this machine. */
    private static final TrustedProxies PROXIES = machine -> machine.isLoopbackAddress()
            || machine.getAddress()[0] == 10;

    private static InetAddress client(String peer, String... forwarded) {
        Requests request = Requests.of("GET").from(peer);
        for (String line : forwarded) {
            request.with("X-Forwarded-For", line);
        }
        return Caller.of(request.build(), PROXIES).address();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // peer | X-Forwarded-For | client
            "203.0.113.9 | 198.51.100.1           | 203.0.113.9",
            "10.0.0.1    | 198.51.100.1           | 198.51.100.1",
            "10.0.0.1    | 198.51.100.1, 10.0.0.2 | 198.51.100.1",
            "10.0.0.1    | 1.1.1.1, 198.51.100.1  | 198.51.100.1",
            "10.0.0.1    | 10.0.0.2, 10.0.0.3     | 10.0.0.2",
            "10.0.0.1    | 10.9.9.9, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
            "10.0.0.1    | 2001:db8::1            | 2001:db8::1",
            "10.0.0.1    | [2001:db8::1]          | 2001:db8::1",
            "10.0.0.1    | [2001:db8::1]:4711     | 2001:db8::1",
            "10.0.0.1    | 198.51.100.1:4711      | 198.51.100.1",
            "10.0.0.1    | ::ffff:198.51.100.1    | 198.51.100.1",
            "::1         | 198.51.100.1           | 198.51.100.1",
            // What cannot be read ends the walk at the proxy that reported it.
            "10.0.0.1    | unknown                | 10.0.0.1",
            "10.0.0.1    | 198.51.100.1, unknown  | 10.0.0.1",
            "10.0.0.1    | 198.51.100.1, _hidden, 10.0.0.2 | 10.0.0.2",
            "10.0.0.1    | 198.51.100.1,          | 10.0.0.1",
            "10.0.0.1    | ,                      | 10.0.0.1",
            "10.0.0.1    | ''                     | 10.0.0.1",
            "10.0.0.1    | 198.51.100.256         | 10.0.0.1",
            "10.0.0.1    | 127.1                  | 10.0.0.1",
            "10.0.0.1    | fe80::1%eth0           | 10.0.0.1",
            "10.0.0.1    | example.org            | 10.0.0.1"})
    void itIsTheRightmostHopThatIsNoProxyOfOurs(String peer, String forwarded, String client) {
        assertEquals(address(client), client(peer, forwarded));
    }

    @Test
    void linesCountAsOneListInTheirOrder() {
        assertEquals(address("198.51.100.1"), client("10.0.0.1", "1.1.1.1", "198.51.100.1, 10.0.0.2", "10.0.0.3"));
        assertEquals(address("10.0.0.1"), client("10.0.0.1"));
    }

    @Test
    void aListOfOurProxiesWithoutEndIsFollowedForAWhileOnly() {
        String endless = "198.51.100.1" + ", 10.0.0.2".repeat(6_000);
        assertEquals(address("10.0.0.2"), client("10.0.0.1", endless));
    }

    /** Whatever a client writes itself, it stands left of what the proxy adds, and changes nothing. */
    @RepeatedTest(200)
    void noClientChoosesItsOwnAddress(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        String alphabet = "0123456789abcdef.:,[] \"%\t\0é10.0.0.1";
        StringBuilder forged = new StringBuilder();
        for (int i = chance.nextInt(60); i > 0; i--) {
            forged.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        assertEquals(address("198.51.100.7"), client("10.0.0.1", forged.toString(), "198.51.100.7"), forged.toString());
        assertEquals(address("198.51.100.7"), client("10.0.0.1", forged + ", 198.51.100.7, 10.0.0.2"),
                forged.toString());
        assertEquals(address("203.0.113.9"), client("203.0.113.9", forged.toString()), forged.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "10.0.0.1    | https       | true",
            "10.0.0.1    | HTTPS       | true",
            "10.0.0.1    | http, https | true",
            "10.0.0.1    | https, http | false",
            "10.0.0.1    | http        | false",
            "10.0.0.1    | https;x     | false",
            "203.0.113.9 | https       | false"})
    void tlsIsBelievedOfTheNearestProxyOnly(String peer, String proto, boolean secure) {
        assertEquals(secure, Caller.of(Requests.of("GET").from(peer).with("X-Forwarded-Proto", proto).build(), PROXIES)
            .secure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.200.1.1", "::1", "::ffff:127.0.0.1"})
    void loopbackWithoutAProxyIsLocal(String peer) {
        assertTrue(Caller.of(Requests.of("GET").from(peer).build(), PROXIES).local());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-for", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded",
            "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP"})
    void anyTraceOfAProxyIsNotLocalTrustedOrNot(String header) {
        Approach approach = Requests.of("GET").with(header, "127.0.0.1").build();
        assertFalse(Caller.of(approach, PROXIES).local());
        assertFalse(Caller.of(approach, TrustedProxies.none()).local());
    }

    @Test
    void aProxyThatSpeaksForLoopbackDoesNotMakeItLocal() {
        Caller caller = Caller.of(Requests.of("GET").from("10.0.0.1").with("X-Forwarded-For", "127.0.0.1").build(),
                PROXIES);
        assertFalse(caller.local());
    }
}
