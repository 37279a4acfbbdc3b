package io.runwisp.installers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the program of an image is started while there is no launcher yet, with the very options and class path that the launcher has. */
record Start(Jars jars, Image image) {

    ProcessBuilder in(Path folder, List<String> options, String mainClass, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(image.java().toString(), "@" + image.jvmOptions()));
        line.addAll(options);
        line.addAll(List.of("-Dorg.sqlite.lib.path=" + image.library(), "-cp", jars.classPath(image.library() + "/"),
                mainClass));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        // Whoever builds may have a daemon of their own: it is not asked, and its tokens are not touched.
        builder.environment().keySet().removeIf(name -> name.startsWith("RUNWISP_"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return builder;
    }
}
