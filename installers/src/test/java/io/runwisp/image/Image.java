package io.runwisp.image;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The image under test, and the sources that it was built from. */
public final class Image {

    static final Path HOME = Path.of(property("image"));
    static final Path SOURCES = Path.of(property("sources"));
    static final String VERSION = property("image.version");
    static final Path LAUNCHER = HOME.resolve("bin/runwisp");

    static final String GOOD = """
        [tasks.greet]
        cron = "0 7 * * *"
        run  = "echo good morning"
        """;

    private Image() {
    }

    public static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The build did not say what «" + name + "» is");
        }
        return value;
    }

    /** What lies in {@code lib} under such a name. */
    static List<Path> library(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** Copies a tree with its permissions and links, without build products. */
    static void copyTree(Path from, Path to) throws IOException {
        CopyOption[] options = {LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES};
        Files.createDirectories(to.getParent());
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(path -> !from.relativize(path).startsWith("target")).toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), options);
            }
        }
    }
}
