package io.runwisp.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.JwtSecret.Change;
import io.runwisp.auth.JwtSecret.Resolution;
import io.runwisp.auth.Password.Origin;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.FakeConfigEntries;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtSecretTest {

    private static final Password FILE = new Password("of the file", Origin.FILE);
    private static final Password GENERATED = new Password("of the file", Origin.GENERATED);
    private static final Password FIRST = new Password("first", Origin.ENVIRONMENT);
    private static final Password SECOND = new Password("second", Origin.ENVIRONMENT);

    private final Random chance = new Random(7);
    private final FakeConfigEntries entries = new FakeConfigEntries();

    private Resolution start(Password password) {
        return start(password, entries);
    }

    private Resolution start(Password password, ConfigEntries rows) {
        Resolution resolution = JwtSecret.resolve(password, rows, () -> chance);
        assertEquals(Optional.of(resolution.secret().text()), rows.get("jwt_secret"));
        assertEquals(password.origin() == Origin.ENVIRONMENT, rows.get("password_hash").isPresent());
        return resolution;
    }

    @Test
    void theFirstStartMakesThirtyTwoBytes() {
        Resolution resolution = start(GENERATED);
        assertEquals(Change.CREATED, resolution.change());
        assertEquals(32, Base64.getUrlDecoder().decode(resolution.secret().text()).length);
        assertTrue(resolution.secret().text().matches("[A-Za-z0-9_-]{43}"), resolution.secret().text());
        assertEquals(43, resolution.secret().key().length);
    }

    @Test
    void sessionsSurviveAStartWithThePasswordOfTheFile() {
        JwtSecret secret = start(GENERATED).secret();
        assertEquals(new Resolution(secret, Change.KEPT), start(FILE));
    }

    @Test
    void sessionsSurviveAStartWithTheSamePasswordOfTheEnvironment() {
        JwtSecret secret = start(FIRST).secret();
        Optional<String> hash = entries.get("password_hash");
        assertEquals(new Resolution(secret, Change.KEPT), start(FIRST));
        assertEquals(hash, entries.get("password_hash"));
    }

    @Test
    void anotherPasswordOfTheEnvironmentEndsThem() {
        JwtSecret secret = start(FIRST).secret();
        Resolution next = start(SECOND);
        assertEquals(Change.ROTATED, next.change());
        assertNotEquals(secret, next.secret());
        assertEquals(new Resolution(next.secret(), Change.KEPT), start(SECOND));
    }

    @Test
    void aPasswordThatComesFromTheEnvironmentOrNoLongerDoesEndsThemToo() {
        start(FILE);
        assertEquals(Change.ROTATED, start(FIRST).change());
        assertEquals(Change.ROTATED, start(FILE).change());
        assertEquals(Change.KEPT, start(FILE).change());
    }

    @Test
    void aRowThatWasDeletedByHandEndsThem() {
        start(FIRST);
        entries.remove("jwt_secret");
        assertEquals(Change.CREATED, start(FIRST).change());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not in base 64 ***********************************"})
    void aKeyThatIsNoneIsReplaced(String broken) {
        entries.put("jwt_secret", broken);
        assertEquals(Change.CREATED, start(FILE).change());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5e884898da28047151d0e56f8dc62927", "pbkdf2-sha256$99999999$AAAA$AAAA",
            "pbkdf2-sha256$1$A$A"})
    void aHashThatIsNoneCountsAsAChange(String broken) {
        start(FIRST);
        entries.put("password_hash", broken);
        assertEquals(Change.ROTATED, start(FIRST).change());
    }

    /** A daemon that dies between the two rows must not have forgotten the change. */
    @Test
    void aStartThatDiesInBetweenNoticesTheChangeAgain() {
        JwtSecret secret = start(FIRST).secret();
        ConfigEntries dying = new ConfigEntries() {

            @Override
            public Optional<String> get(String key) {
                return entries.get(key);
            }

            @Override
            public void put(String key, String value) {
                if (key.equals("password_hash")) {
                    throw new IllegalStateException("killed");
                }
                entries.put(key, value);
            }

            @Override
            public void remove(String key) {
                throw new IllegalStateException("killed");
            }
        };
        assertThrows(IllegalStateException.class, () -> start(SECOND, dying));
        assertNotEquals(Optional.of(secret.text()), entries.get("jwt_secret"));
        assertEquals(Change.ROTATED, start(SECOND).change());
        assertThrows(IllegalStateException.class, () -> start(FILE, dying));
        assertEquals(Change.ROTATED, start(FILE).change());
    }

    @Test
    void theHashNeitherShowsThePasswordNorIsTheSameTwice() {
        PasswordHash hash = PasswordHash.of(FIRST, chance);
        assertTrue(hash.text().matches("pbkdf2-sha256\\$20000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}="),
                hash.text());
        assertNotEquals(hash, PasswordHash.of(FIRST, chance));
        assertTrue(hash.matches(FIRST));
        assertFalse(hash.matches(SECOND));
    }

    @Test
    void itDoesNotShowItselfInALog() {
        Resolution resolution = start(FILE);
        assertFalse(resolution.toString().contains(resolution.secret().text()), resolution.toString());
    }
}
