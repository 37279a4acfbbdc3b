package io.runwisp.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven itself does not check of its own files. */
class BuildFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("<version>.*?</version>");

    static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noModuleNamesAVersionOfItsOwn(String module) throws IOException {
        assertEquals(List.of(), ownVersions(Files.readString(ROOT.resolve(module).resolve("pom.xml"))));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noModuleIsEmpty(String module) {
        assertFalse(Files.notExists(ROOT.resolve(module).resolve("src/main/java")), module + " has no sources");
    }

    @Test
    void aVersionInAModuleIsFound() {
        assertEquals(List.of("<version>9</version>"), ownVersions("""
            <project>
              <parent>
                <version>1</version>
              </parent>
              <dependency>
                <version>9</version>
              </dependency>
            </project>
            """));
    }

    private static List<String> ownVersions(String pom) {
        return VERSION.matcher(PARENT.matcher(pom).replaceAll("")).results().map(MatchResult::group).toList();
    }
}
