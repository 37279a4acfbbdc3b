package io.runwisp.auth.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRuleTest {

    private static boolean allows(String bind, String external, String host) {
        return HostRule.of(bind, Optional.of(external).filter(url -> !url.isEmpty()))
            .allows(Requests.of("GET").with("Host", host).build());
    }

    @ParameterizedTest
    @CsvSource({
            // bind, external_url, Host, allowed
            "127.0.0.1,'',127.0.0.1:9477,true",
            "127.0.0.1,'',localhost:9477,true",
            "127.0.0.1,'',LOCALHOST,true",
            "127.0.0.1,'',localhost.:9477,true",
            "127.0.0.1,'',localhost:8080,true",
            "127.0.0.1,'',127.0.0.2,true",
            "127.0.0.1,'',[::1]:9477,true",
            "127.0.0.1,'',[0:0:0:0:0:0:0:1],true",
            "127.0.0.1,'',192.168.1.4:9477,false",
            "127.0.0.1,'',evil.example,false",
            "127.0.0.1,'',localhost.evil.example,false",
            "127.0.0.1,'',evil.localhost.example,false",
            "127.0.0.1,'',127.0.0.1.evil.example,false",
            "127.0.0.1,https://jobs.example,jobs.example,true",
            "127.0.0.1,https://jobs.example,JOBS.example:443,true",
            "127.0.0.1,https://jobs.example:8443/x,jobs.example,true",
            "127.0.0.1,https://jobs.example,x.jobs.example,false",
            "127.0.0.1,https://jobs.example,jobs.example.evil,false",
            "192.168.1.4,'',192.168.1.4:9477,true",
            "192.168.1.4,'',192.168.1.5:9477,false",
            "192.168.1.4,'',localhost,true",
            "shop,'',shop:9477,true",
            "shop,'',Shop.,true",
            "0.0.0.0,'',192.168.1.5:9477,true",
            "0.0.0.0,'',[fd00::5]:9477,true",
            "'','',192.168.1.5,true",
            "::,'',192.168.1.5,true",
            "0.0.0.0,'',evil.example:9477,false",
            "::1,'',[::1]:9477,true",
            "fd00::5,'',[FD00:0::5],true"})
    void namesOfItsOwnPass(String bind, String external, String host, boolean allowed) {
        assertEquals(allowed, allows(bind, external, host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "localhost:", "localhost:99999", "localhost:123456", "localhost:-1",
            "user@localhost",
            "localhost@evil.example", "localhost/", "localhost evil.example", "localhost,evil.example", "[::1", "::1",
            "[127.0.0.1]", "[fe80::1%25lo]", "localhost\0", "local\u0131host", "127.0.0.1:94 77", "localhost..",
            ".localhost",
            "2130706433", "0x7f.0.0.1", "127.1", "\u0661\u0662\u0667.0.0.1"})
    void whatIsNotPlainlyAHostDoesNotPass(String host) {
        assertFalse(allows("127.0.0.1", "", host));
    }

    @Test
    void noHostPassesAndTwoDoNot() {
        HostRule rule = HostRule.of("127.0.0.1", Optional.empty());
        assertTrue(rule.allows(Requests.of("GET").build()));
        assertFalse(rule.allows(Requests.of("GET").with("Host", "localhost").with("Host", "localhost").build()));
        assertFalse(rule.allows(Requests.of("GET").with("Host", "localhost").with("Host", "evil.example").build()));
    }

    @Test
    void aHugeHostIsRefusedAndCutInTheMessage() {
        String huge = "a.".repeat(50_000) + "example";
        assertFalse(allows("0.0.0.0", "", huge));
        assertTrue(HostRule.called(Requests.of("GET").with("Host", huge).build()).length() <= 101);
        assertEquals("a?b", HostRule.called(Requests.of("GET").with("Host", "a\nb").build()));
    }

    @RepeatedTest(300)
    void noTextThrowsAndNoneThatEndsInAStrangeNamePasses(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        String alphabet = "localhost127.0.0.1[]::1@/\\%,; \t\0#?é-_";
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(30); i > 0; i--) {
            text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        assertFalse(allows("0.0.0.0", "", text + "evil.example"), text.toString());
        assertFalse(allows("0.0.0.0", "", text + ".evil.example:9477"), text.toString());
    }
}
