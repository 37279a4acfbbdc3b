package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The page is held to the same lines: before, patch and after. */
    private static final Path VECTORS = Path.of("src/main/web/src/hub/patch_vectors.txt");
    private static final String PAD = ",\"pad\":\"" + "x".repeat(400) + "\"}";

    @Test
    void onlyWhatHasChangedIsTold() {
        same("{\"a\":1,\"b\":{\"c\":2,\"d\":3}", "{\"a\":1,\"b\":{\"c\":4,\"d\":3}", "{\"b\":{\"c\":[4]}}");
        same("{\"gone\":1,\"stays\":true", "{\"stays\":true,\"new\":null", "{\"new\":[null],\"gone\":[]}");
        same("{\"a\":[1,2]", "{\"a\":{\"b\":1}", "{\"a\":[{\"b\":1}]}");
    }

    @Test
    void aRowThatComesOnTopMovesTheOthersWithoutTellingThemAgain() {
        same("{\"rows\":[" + rows(1, 9) + "]", "{\"rows\":[" + rows(0, 8) + "]",
                "{\"rows\":[0,[[{\"id\":\"0\",\"says\":\"the row that is called 0\"}],[0,8]]]}");
        same("{\"rows\":[" + rows(1, 9) + "]",
                "{\"rows\":[" + rows(1, 9).replace("called 5", "called five") + "]",
                "{\"rows\":[0,[[0,4],[4,0,{\"says\":[\"the row that is called five\"]}],[5,4]]]}");
        same("{\"cpu\":[1.5,21.5,31.5,41.5,51.5]", "{\"cpu\":[21.5,31.5,41.5,51.5,0.25]",
                "{\"cpu\":[0,[[1,4],[0.25]]]}");
    }

    @Test
    void whatIsAnotherScreenAltogetherIsNotWorthAPatch() {
        assertNull(Patch.between("{\"a\":\"" + "x".repeat(99) + "\"}", "{\"a\":\"" + "y".repeat(99) + "\"}"));
    }

    @Test
    void textsWithQuotesAndBracketsArePassedOver() {
        String odd = "\"a \\\"quoted\\\" ]},[{: \\\\\"";
        same("{\"t\":" + odd + ",\"u\":1", "{\"t\":" + odd + ",\"u\":2", "{\"u\":[2]}");
    }

    @Test
    void whateverChangesAPatchMakesTheOneOfTheOther() throws IOException {
        long seed = Long.getLong("runwisp.seed", new Random().nextLong(1_000_000));
        Random random = new Random(seed);
        int patches = 0;
        for (int i = 0; i < 3_000; i++) {
            JsonNode before = random(random, 4);
            JsonNode now = random.nextInt(8) == 0 ? random(random, 4) : changed(before, random);
            String patch = Patch.between(before.toString(), now.toString());
            if (patch != null) {
                patches++;
                assertEquals(now, Patched.of(before, JSON.readTree(patch)),
                        "seed " + seed + ": " + before + " to " + now + " by " + patch);
            }
        }
        assertTrue(patches > 500, patches + " patches, seed " + seed);
    }

    /** Make it anew with {@code -Dpatches.write=true}. */
    @Test
    void thePageIsHeldToTheSame() throws IOException {
        Random random = new Random(118);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            JsonNode before = random(random, 4);
            JsonNode now = changed(before, random);
            String patch = Patch.between(before.toString(), now.toString());
            if (patch != null) {
                lines.append(before).append('\n').append(patch).append('\n').append(now).append('\n');
            }
        }
        if (Boolean.getBoolean("patches.write")) {
            Files.writeString(VECTORS, lines);
        }
        assertEquals(lines.toString(), Files.readString(VECTORS));
    }

    private static void same(String before, String now, String patch) {
        String found = assertThere(Patch.between(before + PAD, now + PAD));
        assertEquals(patch, found);
        try {
            assertEquals(JSON.readTree(now + PAD), Patched.of(JSON.readTree(before + PAD), JSON.readTree(found)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String assertThere(@Nullable String patch) {
        assertNotNull(patch);
        return Objects.requireNonNull(patch);
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i <= to; i++) {
            rows.append(i == from ? "" : ",")
                .append("{\"id\":\"")
                .append(i)
                .append("\",\"says\":\"the row that is called ")
                .append(i)
                .append("\"}");
        }
        return rows.toString();
    }

    private static JsonNode random(Random random, int depth) {
        int kind = depth == 4 ? 5 : random.nextInt(depth > 0 ? 7 : 4);
        return switch (kind) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt(50) - 10);
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2, 3 -> JSON.getNodeFactory()
                .textNode(List.of("", "a", "é\"]", "\\{,", "two words", "<b>").get(random.nextInt(6)));
            case 4 -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = random.nextInt(7); i > 0; i--) {
                    list.add(random(random, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                if (random.nextBoolean()) {
                    object.put("id", "id " + random.nextInt(30));
                }
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.set("k" + random.nextInt(9), random(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static JsonNode changed(JsonNode before, Random random) {
        if (before.isObject() && random.nextInt(10) > 0) {
            ObjectNode now = JSON.createObjectNode();
            before.properties().forEach(field -> {
                if (random.nextInt(12) > 0) {
                    now.set(field.getKey(),
                            random.nextInt(3) > 0 ? field.getValue() : changed(field.getValue(), random));
                }
            });
            if (random.nextInt(8) == 0) {
                now.set("n" + random.nextInt(3), random(random, 1));
            }
            return now;
        }
        if (before.isArray()) {
            ArrayNode now = JSON.createArrayNode();
            before.forEach(item -> {
                switch (random.nextInt(8)) {
                    case 0 -> {
                    }
                    case 1 -> now.add(random(random, 1)).add(item);
                    case 2 -> now.add(changed(item, random));
                    default -> now.add(item);
                }
            });
            return now;
        }
        return random(random, 2);
    }
}
