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
        String name = "runwisp-" + HexFormat.of().formatHex(digest.digest(), 0, 8) + ".aot";
        assertEquals(List.of(Image.HOME.resolve("lib").resolve(name)), Image.library(".aot"));
        assertTrue(Files.readString(Image.LAUNCHER).contains("-XX:AOTCache=$image/lib/" + name));
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

    @Test
    void theClassesOfTheProgramComeFromTheCache() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), Image.GOOD);
        Path log = folder.resolve("classes.log");
        Command.in(folder, Image.LAUNCHER, "validate")
            .with("RUNWISP_JAVA_OPTS", "-XX:AOTMode=on -Xlog:class+load:file=" + log)
            .run()
            .exits(0);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream()
            .anyMatch(line -> line.contains(" io.runwisp.daemon.Main ") && line.contains("shared objects file")));
        List<String> fromJars = loaded.stream()
            .filter(line -> line.contains(" io.runwisp.") && !line.contains("shared objects file"))
            .toList();
        assertTrue(fromJars.size() * 10L < loaded.stream().filter(line -> line.contains(" io.runwisp.")).count(),
                () -> "Most of the program must come from the cache, but these did not: " + fromJars);
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
