package io.runwisp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoginProofTest {

    private static final String ZEROS = "0".repeat(64);

    record Vector(String nonce, String proof, String password) {
    }

    static List<Vector> vectors() throws IOException {
        try (InputStream file = Objects
            .requireNonNull(LoginProof.class.getResourceAsStream("login-proof-vectors.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(parts -> new Vector(parts[0], parts[1], parts[2]))
                .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void itIsWhatTheFileForAllClientsSays(Vector vector) {
        assertEquals(vector.proof(), LoginProof.of(vector.password(), vector.nonce()).text());
    }

    @Test
    void theFileHasThePasswordsThatClientsGetWrong() throws IOException {
        List<String> passwords = vectors().stream().map(Vector::password).toList();
        assertTrue(passwords.contains(""), "empty");
        assertTrue(passwords.contains(" leading and trailing "), "blanks around");
        assertTrue(passwords.contains("p\u00e4ssw\u00f6rd") && passwords.contains("pa\u0308sswo\u0308rd"),
                "composed and decomposed");
        assertTrue(passwords.stream().anyMatch(password -> password.codePoints().anyMatch(c -> c > 0xffff)),
                "outside the basic plane");
        assertTrue(passwords.stream().anyMatch(password -> password.length() >= 1_000), "longer than a block");
    }

    @Test
    void itIsTheValueThatTheSpecificationComputed() {
        assertEquals("1aff7f360954058dcf6da180f9a64dde440e01286e482e6bff1e89e1ef2e5c92",
                LoginProof.of("hunter2", ZEROS).text());
    }

    @Test
    void onlyTheSameDigitsMatch() {
        LoginProof proof = LoginProof.of("hunter2", ZEROS);
        assertTrue(proof.matches(proof.text()));
        for (String wrong : List.of("", proof.text().substring(1), proof.text() + "0", " " + proof.text(),
                proof.text().toUpperCase(Locale.ROOT), LoginProof.of("hunter3", ZEROS).text(), "x".repeat(1_000_000))) {
            assertFalse(proof.matches(wrong), () -> wrong.length() + " characters");
        }
    }

    @Test
    void itDoesNotShowItselfInALog() {
        LoginProof proof = LoginProof.of("hunter2", ZEROS);
        assertFalse(proof.toString().contains(proof.text()), proof.toString());
    }
}
