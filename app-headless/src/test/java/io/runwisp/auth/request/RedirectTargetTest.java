package io.runwisp.auth.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks/backup/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/runs?status=failed&page=2#x", "/a//b",
            "/%2F%2Fevil.example", "/@evil.example", "/api/tasks/a/runs/b/log?download=1"})
    void pathsOfOurOwnAreKept(String path) {
        assertEquals(path, RedirectTarget.of(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "runs", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
            "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", " /runs", "/run s", "https://evil.example",
            "https:/evil.example", "javascript:alert(1)", "/a\\..\\..\\evil", "/\u0000", "/r\u00fcns",
            "/\u2215evil.example"})
    void everythingElseLeadsToTheStartPage(String path) {
        assertEquals("/", RedirectTarget.of(path));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 1_000_000})
    void hugePathsToo(int length) {
        assertEquals("/", RedirectTarget.of("/" + "a".repeat(length)));
    }
}
