package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JVM does not notice when an AOT cache is older than the jars beside it: it runs the old classes and says nothing. So these tests prove that jars,
 * cache and launcher come from one build, and that the cache is used at all.
 */
class AotCacheIT {

    private static final Pattern JAR = Pattern.compile("\\$image/lib/([^:\"]+\\.jar)");

    @TempDir
    Path folder;

    @Test
    void theNameOfTheCacheIsTheFingerprintOfWhatLiesBesideIt() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String jar : jarsOfTheLauncher()) {
            add(digest, Image.HOME.resolve("lib").resolve(jar));
        }
        add(digest, Image.HOME.resolve("lib/jvm.options"));
        add(digest, Image.HOME.resolve("runtime/release"));
        String name = "-" + HexFormat.of().formatHex(digest.digest(), 0, 8) + ".aot";
        assertEquals(List.of("commands" + name, "daemon" + name),
                Image.library(".aot").stream().map(cache -> cache.getFileName().toString()).toList());
        String launcher = Files.readString(Image.LAUNCHER);
        assertTrue(launcher.contains("cache=commands" + name + "\n"), launcher);
        assertTrue(launcher.contains("daemon | exec) cache=daemon" + name + " "), launcher);
    }

    @Test
    void theLauncherNamesTheJarsThatAreThereAndNoOthers() throws Exception {
        assertEquals(Image.library(".jar").stream().map(jar -> jar.getFileName().toString()).toList(),
                jarsOfTheLauncher().stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared-model", "app-headless"})
    void ourJarsAreThoseOfThisBuild(String module) throws Exception {
        String jar = module + "-" + Image.VERSION + ".jar";
        assertArrayEquals(Files.readAllBytes(Image.SOURCES.resolve(module).resolve("target").resolve(jar)),
                Files.readAllBytes(Image.HOME.resolve("lib").resolve(jar)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "list", "exec greet"})
    void theClassesOfTheProgramComeFromTheCache(String line) throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), Image.GOOD);
        comesFromTheCache(line);
    }

    /** None of them may begin the JDK's client, which knows all about encryption and takes longer than all the rest. */
    @Test
    void soDoThoseOfCommandsThatAskADaemonAndThereAreFewOfThem() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, Image.GOOD)) {
            for (String line : List.of("status", "runs", "logs greet", "next", "why greet", "run-task greet --wait",
                    "reload --dry-run", "pause greet")) {
                List<String> loaded = comesFromTheCache(line + " --port " + daemon.url().getPort());
                assertEquals(List.of(), loaded.stream()
                    .filter(name -> name.contains(" jdk.internal.net.http.") || name.contains(" sun.security.ssl.")
                            || name.contains(" org.apache.ibatis.") || name.contains(" io.helidon."))
                    .toList(), line);
            }
        }
    }

    private List<String> comesFromTheCache(String line) throws Exception {
        Path log = folder.resolve("classes.log");
        Command.in(folder, Image.LAUNCHER)
            .and((Object[]) line.split(" "))
            .with("RUNWISP_JAVA_OPTS", "-XX:AOTMode=on -Xlog:class+load:file=" + log)
            .with("HOME", folder)
            .run()
            .exits(0);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream()
            .anyMatch(name -> name.contains(" io.runwisp.daemon.Main ") && name.contains("shared objects file")));
        List<String> fromJars = loaded.stream()
            .filter(name -> name.contains(" io.runwisp.") && !name.contains("shared objects file"))
            .toList();
        assertTrue(fromJars.size() * 10L < loaded.stream().filter(name -> name.contains(" io.runwisp.")).count(),
                () -> "Most of the program must come from the cache, but these did not: " + fromJars);
        return loaded;
    }

    @Test
    void aStartWithoutTheCacheWorksToo() throws Exception {
        Command.in(folder, Image.LAUNCHER, "--version")
            .with("RUNWISP_JAVA_OPTS", "-XX:AOTMode=off")
            .run()
            .exits(0)
            .says(Image.VERSION);
    }

    private static List<String> jarsOfTheLauncher() throws IOException {
        return JAR.matcher(Files.readString(Image.LAUNCHER))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
}
