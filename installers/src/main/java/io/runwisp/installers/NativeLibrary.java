package io.runwisp.installers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The native library in the jar of SQLite. The jar carries it for two dozen platforms and unpacks one at each start; an image has that one beside the jar,
 * and the others not at all.
 */
final class NativeLibrary {

    private static final String LIBRARIES = "org/sqlite/native/";
    private static final String NAME = "libsqlitejdbc.so";

    private NativeLibrary() {
    }

    static boolean isIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(wanted()) != null;
        }
    }

    /** Copies the jar without any library, and the one of this platform into the same folder. */
    static Path separate(Path jar, Path copy) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                OutputStream stream = Files.newOutputStream(copy);
                ZipOutputStream slim = new ZipOutputStream(stream)) {
            for (ZipEntry entry : file.stream().filter(entry -> !entry.getName().startsWith(LIBRARIES)).toList()) {
                ZipEntry same = new ZipEntry(entry.getName());
                // The time of the original, in the form that has no zone: the copy is the same bytes wherever it is made.
                same.setTimeLocal(entry.getTimeLocal());
                slim.putNextEntry(same);
                try (InputStream content = file.getInputStream(entry)) {
                    content.transferTo(slim);
                }
                slim.closeEntry();
            }
            try (InputStream library = file.getInputStream(file.getEntry(wanted()))) {
                Files.copy(library, copy.resolveSibling(NAME));
            }
        }
        return copy;
    }

    private static String wanted() {
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case String other -> other;
        };
        return LIBRARIES + "Linux/" + machine + "/" + NAME;
    }
}
