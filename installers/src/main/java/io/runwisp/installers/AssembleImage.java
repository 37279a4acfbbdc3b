package io.runwisp.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Makes the image anew. Arguments: the folder to make it in, the folder of this module, and the class path of the daemon, whose jars go into the
 * image in that order.
 */
public final class AssembleImage {

    private static final String MAIN_CLASS = "io.runwisp.daemon.Main";

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
        Files.copy(module.resolve("src/main/image/jvm.options"), image.jvmOptions());
        Start start = new Start(own, image);
        AotCache daemon = AotCache.of("daemon", start);
        AotCache commands = AotCache.of("commands", start);
        rehearse(daemon, commands);
        new Launcher(own, daemon.name(), commands.name(), MAIN_CLASS)
            .write(module.resolve("src/main/image/runwisp"), image.launcher());
        System.out.printf("%s: %d jars, %.1f MB in all, %.1f and %.1f MB of it AOT caches%n", image.home(),
                own.files().size(), megabytes(image.home()), megabytes(daemon.file()), megabytes(commands.file()));
    }

    private void rehearse(AotCache daemon, AotCache commands) throws IOException, InterruptedException {
        Path folder = image.home().resolveSibling("rehearsal");
        deleteTree(folder);
        Files.createDirectories(folder);
        Files.copy(module.resolve("src/main/image/rehearsal.toml"), folder.resolve("runwisp.toml"));
        Rehearsal rehearsal = new Rehearsal(module, folder, image.home().resolveSibling("aot-training").toString());
        rehearsal.ofDaemon(daemon);
        rehearsal.ofCommands(commands, daemon, MAIN_CLASS);
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
