package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.Fingerprint.Refused;
import io.runwisp.data.Fingerprint.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String MACHINE = "0123456789abcdef0123456789abcdef";
    private static final Path SHOP = Path.of("/srv/shop");

    private final FakeConfigEntries entries = new FakeConfigEntries();

    private String resolved(Map<String, String> environment) {
        return assertInstanceOf(Resolved.class, Fingerprint.resolve(environment, entries, () -> MACHINE, SHOP))
            .fingerprint()
            .text();
    }

    @Test
    void theFirstStartComputesAndStoresIt() {
        assertEquals(Fingerprint.of(MACHINE, SHOP).text(), resolved(Map.of()));
        assertEquals(Optional.of(resolved(Map.of())), entries.get("fingerprint"));
    }

    /** It may change for nobody: it is stored on many machines, and a wrong computation shows only where it is not. */
    @Test
    void itIsWhatItAlwaysWas() {
        assertEquals("clean-pepper", Fingerprint.of(MACHINE, SHOP).text());
    }

    @Test
    void aStoredOneStaysWhateverMachineAndDirectoryAre() {
        entries.put("fingerprint", "calm-otter");
        assertEquals("calm-otter", resolved(Map.of()));
    }

    @Test
    void aStoredOneThatCannotBeIsComputedAgain() {
        entries.put("fingerprint", " ");
        assertEquals(Fingerprint.of(MACHINE, SHOP).text(), resolved(Map.of()));
        assertEquals(Optional.of(Fingerprint.of(MACHINE, SHOP).text()), entries.get("fingerprint"));
    }

    @Test
    void theEnvironmentWinsAndIsNotStored() {
        entries.put("fingerprint", "calm-otter");
        assertEquals("shop-1", resolved(Map.of("RUNWISP_FINGERPRINT", " shop-1 ")));
        assertEquals("calm-otter", resolved(Map.of("RUNWISP_FINGERPRINT", "")));
        assertEquals(Optional.of("calm-otter"), entries.get("fingerprint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "a/b", "größe", "a\nb",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void oneThatCannotBeANameIsRefused(String wished) {
        Refused refused = assertInstanceOf(Refused.class,
                Fingerprint.resolve(Map.of("RUNWISP_FINGERPRINT", wished), entries, () -> MACHINE, SHOP));
        assertEquals("RUNWISP_FINGERPRINT is \"" + wished + "\", which cannot be a fingerprint.",
                refused.refusal().title());
        assertEquals(Optional.empty(), entries.get("fingerprint"));
    }

    @Test
    void machineAndDirectoryBothCount() {
        assertNotEquals(Fingerprint.of(MACHINE, SHOP), Fingerprint.of(MACHINE, Path.of("/srv/blog")));
        assertNotEquals(Fingerprint.of(MACHINE, SHOP), Fingerprint.of("another", SHOP));
        assertNotEquals(Fingerprint.of("ab", Path.of("/c")), Fingerprint.of("a", Path.of("b/c")));
    }

    @Test
    void directoriesSpreadOverAllWords() {
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String[] words = Fingerprint.of(MACHINE, Path.of("/srv/" + i)).text().split("-", 2);
            first.add(words[0]);
            second.add(words[1]);
        }
        assertEquals(Set.copyOf(FingerprintWords.ADJECTIVES), first);
        assertEquals(Set.copyOf(FingerprintWords.NOUNS), second);
    }

    @Test
    void wordsAreShortPlainAndOfOneListOnly() {
        for (List<String> words : List.of(FingerprintWords.ADJECTIVES, FingerprintWords.NOUNS)) {
            assertEquals(256, words.size());
            for (String word : words) {
                assertTrue(word.matches("[a-z]{3,8}"), word);
            }
        }
        Set<String> all = new HashSet<>(FingerprintWords.ADJECTIVES);
        all.addAll(FingerprintWords.NOUNS);
        assertEquals(512, all.size());
    }

    @Test
    void theMachineIsKnownByTheFirstFileThatKnowsIt(@TempDir Path directory) throws IOException {
        Path etc = directory.resolve("etc");
        Path dbus = directory.resolve("dbus");
        MachineId id = new MachineId(List.of(etc, dbus), () -> "host");
        assertEquals("host", id.get());
        Files.writeString(dbus, "from dbus\n");
        assertEquals("from dbus", id.get());
        Files.writeString(etc, "uninitialized\n");
        assertEquals("from dbus", id.get());
        Files.writeString(etc, "\n");
        assertEquals("from dbus", id.get());
        Files.writeString(etc, MACHINE + "\n");
        assertEquals(MACHINE, id.get());
    }
}
