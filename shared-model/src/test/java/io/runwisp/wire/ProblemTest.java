package io.runwisp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.run.RunSelector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aBodyThatIsNoJsonAndOneThatDoesNotFitAreDifferentProblems() {
        assertEquals(ProblemCode.MALFORMED_BODY.word(), problem("{").code());
        Problem wrong = problem("{\"ids\":[1],\"all\":true}");
        assertEquals(422, wrong.status());
        assertEquals("body.ids[0] must be a string; body.all is not known here", wrong.detail());
        assertEquals(List.of(new ProblemItem("must be a string", "body.ids[0]", null),
                new ProblemItem("is not known here", "body.all", null)), wrong.errors());
    }

    private static Problem problem(String body) {
        return Problem.of(assertThrows(WireFault.class,
                () -> WireJson.readStrictly(RunSelector.class, body.getBytes(StandardCharsets.UTF_8))));
    }
}
