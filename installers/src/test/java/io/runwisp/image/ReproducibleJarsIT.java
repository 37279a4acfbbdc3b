package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever builds a commit gets the same bytes, wherever the sources lie and whichever JVM runs Maven. The second build is
 * the one of installers/run, which knows no tests.
 */
class ReproducibleJarsIT {

    private static final List<String> MODULES = List.of("shared-model", "app-headless");

    @TempDir
    Path folder;

    @Test
    void aSecondBuildInAnotherFolderMakesTheSameJars() throws Exception {
        Path copy = folder.resolve("a copy");
        for (String file : List.of("pom.xml", "LICENSE", ".mvn", "installers/pom.xml")) {
            Image.copyTree(Image.SOURCES.resolve(file), copy.resolve(file));
        }
        for (String module : MODULES) {
            Image.copyTree(Image.SOURCES.resolve(module), copy.resolve(module));
        }
        Command.in(copy, Path.of(Image.property("maven.home"), "bin/mvn"), "-o", "-B", "-q", "-Dmaven.test.skip",
                "-Dspotless.check.skip", "-Dmdep.analyze.skip", "-Danalysis.skip",
                "-Dmaven.repo.local=" + Image.property("maven.repository"), "-pl", String.join(",", MODULES), "package")
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("HOME", System.getProperty("user.home"))
            .run()
            .exits(0);
        for (String module : MODULES) {
            Path jar = Path.of(module, "target", module + "-" + Image.VERSION + ".jar");
            assertEquals(sha256(Image.SOURCES.resolve(jar)), sha256(copy.resolve(jar)),
                    jar + " differs; if a source was deleted since the last build, build once with mvn clean");
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
