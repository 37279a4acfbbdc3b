package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.http.Asked;
import io.runwisp.api.http.Reply;
import io.runwisp.client.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, as they go over the wire. */
class WebFilesTest {

    private static final String SCRIPT = "/assets/app-1a2b3c.js";

    private final WebFiles files = WebFiles.onTheClassPath("web-sample");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/tasks/backup", "/tasks/a.b", "/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "/tasks/a.js/log", "/anything/else", "/index.html"})
    void everyPlaceOfThePageIsAnsweredWithThePage(String place) throws IOException {
        Reply page = files.answer(Asked.get(place));
        assertEquals("text/html; charset=utf-8", page.type());
        assertTrue(text(page).contains("<main>"));
        assertEquals("no-store", header(page, "Cache-Control"));
    }

    @Test
    void onlyTheScriptsThatAreInThePageMayRunInIt() {
        String policy = header(files.answer(Asked.get("/")), "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy);
        assertEquals(1, policy.split("sha256-", -1).length - 1, "a script with an address needs none");
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(policy.contains("http"), policy);
    }

    @Test
    void whatHasItsContentInItsNameIsKeptForEver() throws IOException {
        Reply script = files.answer(Asked.get(SCRIPT));
        assertEquals("text/javascript; charset=utf-8", script.type());
        assertEquals("public, max-age=31536000, immutable", header(script, "Cache-Control"));
        assertTrue(text(script).startsWith("// a sample"));
        assertEquals("no-cache", header(files.answer(Asked.get("/favicon.svg")), "Cache-Control"));
    }

    @Test
    void whoTakesPackedFilesGetsThemPacked() throws IOException {
        Reply packed = files.answer(Asked.get(SCRIPT, "Accept-Encoding", "gzip, br"));
        assertEquals("gzip", header(packed, "Content-Encoding"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes(packed))).readAllBytes();
        assertArrayEquals(bytes(files.answer(Asked.get(SCRIPT))), plain);
        assertTrue(packed.content().length() < plain.length);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag = header(files.answer(Asked.get("/favicon.svg")), "ETag");
        assertEquals(304, files.answer(Asked.get("/favicon.svg", "If-None-Match", tag)).status());
        assertEquals(200, files.answer(Asked.get("/favicon.svg", "If-None-Match", "\"other\"")).status());
    }

    @Test
    void browsersFindTheIconWhereTheyLookForIt() {
        assertEquals("image/svg+xml", files.answer(Asked.get("/favicon.ico")).type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/view/../../x", "/assets/app-other.js", "/assets/../index.html",
            "/assets/", "/robots.txt", "/assets/%2e%2e/index.html"})
    void whatIsNeitherAFileNorAPlaceIsRefused(String path) {
        ApiProblem problem = assertThrows(ApiProblem.class, () -> files.answer(Asked.get(path)));
        assertEquals("route_unknown", problem.problem().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deep/secret.conf", "/../web-sample/deep/secret.conf", "/deep//secret.conf",
            "//etc/passwd",
            "/deep", "/io/runwisp/web/WebFiles.class", "/./index.html"})
    void nothingButFilesOfAPageLeaves(String path) throws IOException {
        Optional<String> answer;
        try {
            answer = Optional.of(text(files.answer(Asked.get(path))));
        } catch (ApiProblem e) {
            answer = Optional.empty();
        }
        assertTrue(answer.isEmpty() || answer.get().contains("<main>"), answer.toString());
    }

    @Test
    void aProgramWithoutThePageSaysSo() {
        WebFiles none = WebFiles.onTheClassPath("no-such-folder");
        ApiProblem problem = assertThrows(ApiProblem.class, () -> none.answer(Asked.get("/")));
        assertTrue(problem.problem().detail().contains("the dashboard is not part of this program"));
    }

    private static String header(Reply reply, String name) {
        return reply.headers()
            .stream()
            .filter(header -> header.name().equals(name))
            .map(Reply.Header::value)
            .findFirst()
            .orElse("");
    }

    private static String text(Reply reply) throws IOException {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reply.content().writeTo(bytes);
        return bytes.toByteArray();
    }
}
