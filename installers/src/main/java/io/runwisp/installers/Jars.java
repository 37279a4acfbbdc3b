package io.runwisp.installers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars of the program, in the order of its class path. */
record Jars(List<Path> files) {

    Jars {
        files = List.copyOf(files);
    }

    /** The jars of a class path; the folders on it (this module's own classes) are no part of the program. */
    static Jars ofClassPath(String classPath) {
        List<Path> files = Stream.of(classPath.split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("No jar on the class path " + classPath
                    + ": run the build from its root, at least to the phase package");
        }
        return new Jars(files);
    }

    /** Copies them side by side; what this machine cannot load stays behind. */
    Jars copyTo(Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path jar : files) {
            Path copy = folder.resolve(jar.getFileName());
            copies.add(NativeLibrary.isIn(jar) ? NativeLibrary.separate(jar, copy) : Files.copy(jar, copy));
        }
        return new Jars(copies);
    }

    /** The class path, each jar with this in front of its name. */
    String classPath(String prefix) {
        return files.stream().map(jar -> prefix + jar.getFileName()).collect(Collectors.joining(File.pathSeparator));
    }
}
