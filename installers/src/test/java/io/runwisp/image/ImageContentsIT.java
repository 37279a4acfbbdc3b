package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageContentsIT {

    /** For what MyBatis offers and we do not use: data sources from a directory service, and replacing classes of a running program. */
    private static final Set<String> NOT_CALLED = Set.of("java.naming", "java.instrument", "jdk.attach", "jdk.jdi");

    @TempDir
    Path folder;

    @Test
    void everyModuleThatTheJarsNeedIsThere() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
        Image.library(".jar").forEach(jar -> arguments.add(jar.toString()));
        StringWriter needed = new StringWriter();
        PrintWriter printer = new PrintWriter(needed, true);
        int exit = ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(printer, printer, arguments.toArray(String[]::new));
        assertEquals(0, exit, needed::toString);
        Set<String> missing = new TreeSet<>(Set.of(needed.toString().strip().split(",")));
        missing.removeAll(modules());
        missing.removeAll(NOT_CALLED);
        assertEquals(Set.of(), missing, "Add these to the modules of the run-time image");
    }

    @Test
    void theLibraryOfSqliteLiesBesideItsJarAndNoOtherPlatformsDo() throws Exception {
        assertEquals(List.of("libsqlitejdbc.so"),
                Image.library(".so").stream().map(library -> library.getFileName().toString()).toList());
        for (Path jar : Image.library(".jar")) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertEquals(List.of(), file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib"))
                    .toList());
            }
        }
    }

    @Test
    void everyJarCarriesTheTextOfItsLicence() throws Exception {
        for (Path jar : Image.library(".jar")) {
            String artifact = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
            try (Stream<Path> texts = Files.list(Image.HOME.resolve("legal").resolve(artifact))) {
                assertTrue(texts.anyMatch(text -> text.getFileName().toString().contains("LICENSE")), artifact);
            }
        }
    }

    @Test
    void everyModuleOfTheJdkCarriesItsLicence() throws Exception {
        for (String module : modules()) {
            assertTrue(Files.readString(Image.HOME.resolve("runtime/legal").resolve(module).resolve("LICENSE"))
                .contains("GNU General Public License"), module);
        }
    }

    @Test
    void ourOwnLicenceLiesAtTheTop() throws Exception {
        assertEquals(Files.readString(Image.SOURCES.resolve("LICENSE")),
                Files.readString(Image.HOME.resolve("LICENSE")));
    }

    @Test
    void nothingOfTheTestsOrOfTheBuildIsThere() throws Exception {
        String names = Image.library(".jar")
            .stream()
            .map(jar -> jar.getFileName().toString())
            .collect(Collectors.joining(" "));
        for (String foreign : List.of("junit", "archunit", "installers", "jspecify", "errorprone")) {
            assertTrue(!names.contains(foreign), names);
        }
    }

    private Set<String> modules() throws IOException, InterruptedException {
        return Command.in(folder, Image.HOME.resolve("runtime/bin/java"), "--list-modules")
            .run()
            .exits(0)
            .out()
            .lines()
            .map(module -> module.replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    }
}
