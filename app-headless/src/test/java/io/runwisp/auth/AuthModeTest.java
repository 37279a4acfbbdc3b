package io.runwisp.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthModeTest {

    private static AuthMode resolved(Map<String, String> environment, String host, boolean insecure) {
        return assertInstanceOf(AuthMode.Resolved.class, AuthMode.resolve(environment, host, insecure)).mode();
    }

    private static Refusal refused(Map<String, String> environment, String host, boolean insecure) {
        return assertInstanceOf(AuthMode.Refused.class, AuthMode.resolve(environment, host, insecure)).refusal();
    }

    @Test
    void peopleLogInUnlessTheVariableSaysOtherwise() {
        assertEquals(AuthMode.REQUIRED, resolved(Map.of(), "0.0.0.0", false));
        assertEquals(AuthMode.REQUIRED, resolved(Map.of("RUNWISP_AUTH", ""), "0.0.0.0", false));
        assertEquals(AuthMode.REQUIRED, resolved(Map.of("RUNWISP_PASSWORD", "x"), "0.0.0.0", true));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "127.8.8.8,false", "::1,false", "localhost,false", "LocalHost,false",
            "127.0.0.1,true", "0.0.0.0,true", "192.168.1.4,true", "'',true", "shop.example,true"})
    void offHoldsOnLoopbackAndElsewhereWithInsecure(String host, boolean insecure) {
        assertEquals(AuthMode.OFF, resolved(Map.of("RUNWISP_AUTH", "off"), host, insecure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", "192.168.1.4", "fe80::1", "shop.example", "localhost.example",
            "127.0.0.1.example", "0x7f.1", "127.1"})
    void offIsRefusedWhereOthersCouldReachIt(String host) {
        Refusal refusal = refused(Map.of("RUNWISP_AUTH", "off"), host, false);
        assertTrue(refusal.title().contains(host.isEmpty() ? "every interface" : host), refusal.title());
        assertTrue(refusal.detail().contains("--insecure"), refusal.detail());
    }

    @Test
    void offAndAPasswordTogetherAreAMistake() {
        Refusal refusal = refused(Map.of("RUNWISP_AUTH", "off", "RUNWISP_PASSWORD", "hunter2"), "127.0.0.1", true);
        assertTrue(refusal.title().contains("RUNWISP_PASSWORD"), refusal.title());
        assertFalse((refusal.title() + refusal.detail()).contains("hunter2"), "shows the password");
        assertEquals(AuthMode.OFF, resolved(Map.of("RUNWISP_AUTH", "off", "RUNWISP_PASSWORD", ""), "::1", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "OFF", " off", "off ", "0", "false", "no", "none", "\u001b[31moff"})
    void everyOtherWordIsAMistake(String word) {
        Refusal refusal = refused(Map.of("RUNWISP_AUTH", word), "127.0.0.1", true);
        assertTrue(refusal.title().startsWith("RUNWISP_AUTH is \""), refusal.title());
        assertFalse(refusal.title().contains("\u001b"), "shows a control character");
    }

    @Test
    void aHugeWordIsCutInTheMessage() {
        assertTrue(refused(Map.of("RUNWISP_AUTH", "x".repeat(100_000)), "::1", false).title().length() < 150);
    }

    @Test
    void warningsNameWhoCanComeIn() {
        assertEquals(List.of(), Exposure.warnings(AuthMode.REQUIRED, "127.0.0.1", false));
        assertEquals(List.of(), Exposure.warnings(AuthMode.REQUIRED, "0.0.0.0", true));
        List<String> plain = Exposure.warnings(AuthMode.REQUIRED, "0.0.0.0", false);
        assertTrue(plain.size() == 1 && plain.getFirst().contains("trusted_proxies"), plain.toString());
        List<String> off = Exposure.warnings(AuthMode.OFF, "127.0.0.1", false);
        assertTrue(off.size() == 1 && off.getFirst().startsWith("LOGIN IS OFF"), off.toString());
        assertEquals(2, Exposure.warnings(AuthMode.OFF, "", false).size());
    }
}
