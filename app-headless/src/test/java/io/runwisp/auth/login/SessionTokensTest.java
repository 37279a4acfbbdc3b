package io.runwisp.auth.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.login.SessionTokens.Bad;
import io.runwisp.auth.login.SessionTokens.Expired;
import io.runwisp.auth.login.SessionTokens.Good;
import io.runwisp.auth.login.SessionTokens.Token;
import io.runwisp.time.VirtualWallClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.700Z");
    private static final long IAT = NOW.getEpochSecond();
    private static final long EXP = IAT + 86_400;
    private static final JwtSecret SECRET = new JwtSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    private static final String HEADER = "{\"alg\":\"HS256\"}";
    private static final String CLAIMS = "{\"iss\":\"runwisp\",\"aud\":\"runwisp-api\",\"iat\":" + IAT + ",\"exp\":"
            + EXP
            + "}";

    private final VirtualWallClock clock = new VirtualWallClock(NOW);
    private final SessionTokens tokens = new SessionTokens(SECRET, clock);

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A token that is signed as its maker likes, without the library. */
    private static String forge(String header, byte[] claims, String mac, byte[] key) throws Exception {
        String signed = encode(header) + "." + encode(claims);
        Mac signer = Mac.getInstance(mac);
        signer.init(new SecretKeySpec(key, mac));
        return signed + "." + encode(signer.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String forge(String header, String claims) throws Exception {
        return forge(header, claims.getBytes(StandardCharsets.UTF_8), "HmacSHA256", SECRET.key());
    }

    private static JsonNode part(String token, int index) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    @Test
    void aTokenSaysWhatTheApiPromises() throws IOException {
        Token token = tokens.issue();
        assertEquals(new ObjectMapper().readTree(HEADER), part(token.text(), 0));
        assertEquals(new ObjectMapper().readTree(CLAIMS), part(token.text(), 1));
        assertEquals(Instant.ofEpochSecond(EXP), token.until());
        assertFalse(token.toString().contains(token.text()), token.toString());
    }

    @Test
    void itIsGoodForADayAndNotAnInstantLonger() {
        Token token = tokens.issue();
        assertEquals(new Good(token.until()), tokens.judge(token.text()));
        clock.advance(Duration.between(NOW, token.until()).minusMillis(1));
        assertEquals(new Good(token.until()), tokens.judge(token.text()));
        clock.advance(Duration.ofMillis(1));
        assertEquals(new Expired(), tokens.judge(token.text()));
        clock.advance(Duration.ofDays(400));
        assertEquals(new Expired(), tokens.judge(token.text()));
    }

    @Test
    void anotherDaemonWithTheSameKeyKnowsItAndOneWithAnotherKeyDoesNot() {
        String token = tokens.issue().text();
        assertInstanceOf(Good.class, new SessionTokens(SECRET, clock).judge(token));
        JwtSecret other = new JwtSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9".replace('9', '-'));
        assertEquals(new Bad(), new SessionTokens(other, clock).judge(token));
    }

    @Test
    void aTokenMadeElsewhereAsTheSpecificationSaysIsGood() throws Exception {
        assertInstanceOf(Good.class, tokens.judge(forge(HEADER, CLAIMS)));
        assertInstanceOf(Good.class, tokens.judge(forge("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", CLAIMS)));
    }

    /** The key signs with these as well; the header must not choose. */
    @ParameterizedTest
    @CsvSource({"HS384,HmacSHA384", "HS512,HmacSHA512", "HS256,HmacSHA384", "HS384,HmacSHA256", "hs256,HmacSHA256",
            "HS1,HmacSHA1", "RS256,HmacSHA256", "ES256,HmacSHA256", "none,HmacSHA256", "None,HmacSHA256",
            "'',HmacSHA256"})
    void onlyHmacSha256IsAccepted(String algorithm, String mac) throws Exception {
        assertEquals(new Bad(), tokens.judge(forge("{\"alg\":\"" + algorithm + "\"}",
                CLAIMS.getBytes(StandardCharsets.UTF_8), mac, SECRET.key())));
    }

    /** The usual key is too short for these, which would hide that they are refused for what they are. */
    @ParameterizedTest
    @CsvSource({"HS384,HmacSHA384", "HS512,HmacSHA512"})
    void aKeyThatWouldDoForMoreIsStillForOneAlgorithm(String algorithm, String mac) throws Exception {
        JwtSecret secret = new JwtSecret(SECRET.text().repeat(2));
        SessionTokens strong = new SessionTokens(secret, clock);
        byte[] claims = CLAIMS.getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Good.class, strong.judge(forge(HEADER, claims, "HmacSHA256", secret.key())));
        assertEquals(new Bad(), strong.judge(forge("{\"alg\":\"" + algorithm + "\"}", claims, mac, secret.key())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", ""})
    void withoutASignatureNothingIs(String algorithm) {
        String unsigned = encode("{\"alg\":\"" + algorithm + "\"}") + "." + encode(CLAIMS);
        assertEquals(new Bad(), tokens.judge(unsigned));
        assertEquals(new Bad(), tokens.judge(unsigned + "."));
        assertEquals(new Bad(), tokens.judge(unsigned + ".AA"));
        assertEquals(new Bad(), tokens.judge(unsigned + "." + "A".repeat(43)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "{\"alg\":null}",
            "{\"alg\":256}",
            "{\"alg\":[\"HS256\"]}",
            "{\"alg\":\"none\",\"alg\":\"HS256\"}",
            "{\"alg\":\"HS256\",\"alg\":\"none\"}",
            "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
            "{\"alg\":\"HS256\",\"crit\":[\"x\"]}",
            "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
            "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
            "{\"alg\":\"HS256\"} ,",
            "{\"alg\":\"HS256\"}{}",
            "[\"HS256\"]",
            "\"HS256\"",
            "null",
            "",
            "{\"alg\":\"HS256\"",
            "{alg:HS256}"})
    void headersOfOtherShapesAreRefusedThoughTheSignatureIsRight(String header) throws Exception {
        assertEquals(new Bad(), tokens.judge(forge(header, CLAIMS)));
    }

    @Test
    void aCompressedTokenIsNotUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(CLAIMS.getBytes(StandardCharsets.UTF_8));
        }
        for (String zip : new String[]{"DEF", "GZIP", "def"}) {
            assertEquals(new Bad(), tokens.judge(forge("{\"alg\":\"HS256\",\"zip\":\"" + zip + "\"}",
                    packed.toByteArray(), "HmacSHA256", SECRET.key())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat}",
            "{'iss':'runwisp','aud':'runwisp-api','exp':$exp}",
            "{'iss':'runwisp','iat':$iat,'exp':$exp}",
            "{'aud':'runwisp-api','iat':$iat,'exp':$exp}",
            "{'iss':'other','aud':'runwisp-api','iat':$iat,'exp':$exp}",
            "{'iss':'RunWisp','aud':'runwisp-api','iat':$iat,'exp':$exp}",
            "{'iss':'runwisp','aud':'runwisp','iat':$iat,'exp':$exp}",
            "{'iss':'runwisp','aud':'','iat':$iat,'exp':$exp}",
            "{'iss':'runwisp','aud':['runwisp-api','other'],'iat':$iat,'exp':$exp}",
            "{'iss':['runwisp'],'aud':'runwisp-api','iat':$iat,'exp':$exp}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':'now','exp':$exp}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat,'exp':1e20}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat,'exp':99999999999999999999999}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':-9223372036854775808,'exp':$exp}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat,'exp':$exp,'exp':$exp}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat,'exp':$exp,'x':{}}",
            "{'iss':'runwisp','aud':'runwisp-api','iat':$iat,'exp':$exp,'x':null}",
            "[]", "", "null", "runwisp"})
    void claimsOfOtherShapesAreRefusedThoughTheSignatureIsRight(String claims) throws Exception {
        assertEquals(new Bad(), tokens.judge(forge(HEADER, claims.replace('\'', '"')
            .replace("$iat", Long.toString(IAT))
            .replace("$exp", Long.toString(EXP)))));
    }

    @ParameterizedTest
    @CsvSource({
            // seconds from now to iat and to exp
            "0,86400,true", "0,3600,true", "-3600,82800,true", "60,86460,true",
            // Nothing lives longer than a day, and nothing comes out of a future beyond a corrected clock.
            "0,86401,false", "-86400,1,false", "62,86462,false", "31536000,31622400,false", "0,-1,false", "0,0,false"})
    void noTokenLivesLongerThanADay(long iat, long exp, boolean good) throws Exception {
        String token = forge(HEADER, "{\"iss\":\"runwisp\",\"aud\":\"runwisp-api\",\"iat\":" + (IAT + iat) + ",\"exp\":"
                + (IAT + exp) + "}");
        assertEquals(good, tokens.judge(token) instanceof Good, tokens.judge(token).toString());
    }

    @Test
    void timesBeyondEveryCalendarAreNotGood() throws Exception {
        for (String exp : List.of("9223372036854775807", "9223372036854775", "-9223372036854775808")) {
            String token = forge(HEADER, CLAIMS.replace(Long.toString(EXP), exp));
            assertFalse(tokens.judge(token) instanceof Good, exp);
        }
    }

    @Test
    void aTokenOfBeforeItsTimeIsRefused() throws Exception {
        assertEquals(new Bad(), tokens.judge(forge(HEADER, CLAIMS.replace("}", ",\"nbf\":" + (IAT + 100) + "}"))));
    }

    @Test
    void aClockThatIsSetBackALittleThrowsNobodyOut() {
        Token token = tokens.issue();
        clock.advance(Duration.ofSeconds(-50));
        assertInstanceOf(Good.class, tokens.judge(token.text()));
        clock.advance(Duration.ofDays(-30));
        assertEquals(new Bad(), tokens.judge(token.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "eyJhbGciOiJIUzI1NiJ9..",
            "eyJhbGciOiJIUzI1NiJ9.e30.", "null", "Bearer x", "\u0000.\u0000.\u0000", "\u00e9.\u00e9.\u00e9",
            "A===.A===.A===", "_._._", "-.-.-"})
    void garbageIsARefusal(String garbage) {
        assertEquals(new Bad(), tokens.judge(garbage));
    }

    @Test
    void hugeGarbageToo() {
        assertEquals(new Bad(), tokens.judge("A".repeat(10_000_000)));
        assertEquals(new Bad(), tokens.judge(".".repeat(10_000_000)));
        assertEquals(new Bad(), tokens.judge("A".repeat(340) + "." + "A".repeat(340) + "." + "A".repeat(340)));
    }

    /** Any character of a good token, replaced by another one: what is signed and what signs. */
    @RepeatedTest(300)
    void aTokenThatWasTouchedIsRefused(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        StringBuilder token = new StringBuilder(tokens.issue().text());
        // The last character holds two bits that no byte takes up.
        int at = chance.nextInt(token.length() - 1);
        char before = token.charAt(at);
        char after = "ABCabc019-_.=\u00e9".charAt(chance.nextInt(14));
        token.setCharAt(at, after);
        assertEquals(before == after, tokens.judge(token.toString()) instanceof Good, token.toString());
    }

    @RepeatedTest(300)
    void signedGarbageIsRefusedToo(RepetitionInfo repetition) throws Exception {
        Random chance = new Random(repetition.getCurrentRepetition());
        byte[] claims = new byte[chance.nextInt(60)];
        chance.nextBytes(claims);
        assertEquals(new Bad(), tokens.judge(forge(HEADER, claims, "HmacSHA256", SECRET.key())));
        String header = new String(claims, StandardCharsets.ISO_8859_1);
        assertEquals(new Bad(), tokens.judge(forge(header, CLAIMS)));
        assertEquals(new Bad(), tokens.judge(forge("[".repeat(chance.nextInt(300)) + "{", CLAIMS)));
    }
}
