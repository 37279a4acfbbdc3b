package io.runwisp.installers;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the image anew. Arguments: the folder to make it in, the folder of this module, and the class path of the daemon, whose jars go into the
 * image in that order.
 */
public final class AssembleImage {

    private static final String MAIN_CLASS = "io.runwisp.daemon.Main";
    private static final String REHEARSAL_CLASS = "io.runwisp.daemon.Rehearsal";

    private final Image image;
    private final Path module;
    private final Jars jars;

    private AssembleImage(Image image, Path module, Jars jars) {
        this.image = image;
        this.module = module;
        this.jars = jars;
    }

    /** Makes the image and says what it did; any failure ends the build. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        new AssembleImage(new Image(Path.of(arguments[0])), Path.of(arguments[1]), Jars.ofClassPath(arguments[2]))
            .run();
    }

    private void run() throws IOException, InterruptedException {
        deleteTree(image.home());
        Files.createDirectories(image.library());
        JavaRuntime.link(image.runtime());
        Jars own = jars.copyTo(image.library());
        Licences.gather(own, module.resolve("src/main/legal"), image.licences());
        Files.copy(module.resolveSibling("LICENSE"), image.home().resolve("LICENSE"));
        Path options = Files.copy(module.resolve("src/main/image/jvm.options"), image.jvmOptions());
        AotCache cache = AotCache.of(own, options, image);
        rehearse(cache);
        new Launcher(own, cache.file().getFileName().toString(), MAIN_CLASS)
            .write(module.resolve("src/main/image/runwisp"), image.launcher());
        System.out.printf("%s: %d jars, %.1f MB in all, %.1f MB of it AOT cache%n", image.home(), own.files().size(),
                megabytes(image.home()),
                megabytes(cache.file()));
    }

    private void rehearse(AotCache cache) throws IOException, InterruptedException {
        Path folder = image.home().resolveSibling("rehearsal");
        deleteTree(folder);
        Files.createDirectories(folder);
        Files.copy(module.resolve("src/main/image/rehearsal.toml"), folder.resolve("runwisp.toml"));
        String port = freePort();
        cache.train(REHEARSAL_CLASS, List.of("validate", module.resolve("demo/runwisp.toml").toString(), ";", "exec",
                "once", "--param", "NAME=more", ";", "visit", port, "data/password", ";", "daemon", "--port", port),
                folder, image.home().resolveSibling("aot-training.log"));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static double megabytes(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1e6;
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
