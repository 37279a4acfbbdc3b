package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LoginProofTest {

    /** The file is for every client, in whatever language: each must come to the same proofs. */
    @Test
    void theProofsAreThoseThatAllClientsComeTo() throws IOException {
        try (InputStream file = LoginProofTest.class.getResourceAsStream("login-proofs.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file);
            assertTrue(vectors.size() >= 4);
            for (JsonNode vector : vectors) {
                assertEquals(vector.path("response").asText(),
                        LoginProof.of(vector.path("password").asText(), vector.path("nonce").asText()));
            }
        }
    }

    @Test
    void theProofIsTheOneThatWasWorkedOutElsewhere() {
        assertEquals("1aff7f360954058dcf6da180f9a64dde440e01286e482e6bff1e89e1ef2e5c92",
                LoginProof.of("hunter2", "0".repeat(64)));
    }
}
