package io.runwisp.installers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Gathers the licence texts of the jars: those that a jar carries in {@code META-INF}, and those that we supply in a folder named like the
 * artifact. A jar without any text is an error, because we may not pass it on.
 */
final class Licences {

    private static final Pattern TEXT = Pattern.compile(
            "META-INF/(?:maven/[^/]+/[^/]+/)?(?<name>[^/]*(?:LICEN[CS]E|NOTICE)[^/]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("-[0-9].*");

    private Licences() {
    }

    /** Writes one folder of texts for each jar. */
    static void gather(Jars jars, Path supplied, Path target) throws IOException {
        for (Path jar : jars.files()) {
            String artifact = VERSION.matcher(jar.getFileName().toString()).replaceFirst("");
            Path folder = Files.createDirectories(target.resolve(artifact));
            int texts = unpack(jar, folder) + copy(supplied.resolve(artifact), folder);
            if (texts == 0) {
                throw new IllegalStateException(
                        jar.getFileName() + " carries no licence text: put it into " + supplied.resolve(artifact));
            }
        }
    }

    private static int unpack(Path jar, Path folder) throws IOException {
        int texts = 0;
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                var text = TEXT.matcher(entry.getName());
                if (text.matches()) {
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, folder.resolve(text.group("name")));
                    }
                    texts++;
                }
            }
        }
        return texts;
    }

    private static int copy(Path supplied, Path folder) throws IOException {
        if (!Files.isDirectory(supplied)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(supplied)) {
            List<Path> texts = files.toList();
            for (Path text : texts) {
                Files.copy(text, folder.resolve(text.getFileName()));
            }
            return texts.size();
        }
    }
}
