package io.runwisp.config.load;

import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.KeyContext;
import io.runwisp.config.language.Settings;
import io.runwisp.config.problem.SourceFile;
import io.runwisp.config.toml.Node;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.PatternSyntaxException;

/** Finds the files that {@code include} names. */
final class Includes {

    private static final int DEEPEST = 16;

    private Includes() {
    }

    /** The files that match, sorted by path, each once, without the root file itself. */
    static SortedSet<Path> of(Settings daemon, SourceFile root) {
        SortedSet<Path> found = new TreeSet<>();
        Given<List<String>> include = daemon.given(DaemonKeys.INCLUDE);
        if (include == null) {
            return found;
        }
        for (int i = 0; i < include.value().size(); i++) {
            collect(include.value().get(i), include, i, root, found);
        }
        return unique(found, root.path());
    }

    private static void collect(String pattern, Given<List<String>> include, int index, SourceFile root,
            SortedSet<Path> found) {
        KeyContext context = include.context();
        try {
            Path absolute = context.expansion().resolve(root, pattern);
            PathMatcher matcher = matcher(absolute);
            Path start = fixedPart(absolute);
            if (Files.isRegularFile(start)) {
                found.add(start);
            } else if (Files.isDirectory(start)) {
                Files.walkFileTree(start, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST,
                        new Collector(matcher, found, (path, e) -> unreadable(path, e, include)));
            } else if (start.equals(absolute)) {
                context.problems()
                    .warning(include.place(), context.path(),
                            "[daemon]: include \"" + pattern + "\" names a file that is not there",
                            "write it, or delete the line");
            }
        } catch (InvalidPathException | PatternSyntaxException e) {
            Node node = include.node() instanceof Node.Items items && index < items.items().size()
                    ? items.items().get(index)
                    : include.node();
            context.inside("[" + index + "]")
                .reject(node.place(), "include " + context.shown(node) + " is not a pattern",
                        "a file pattern such as \"jobs.d/*.toml\"", "");
        } catch (IOException e) {
            context.reject(include.place(), "include \"" + pattern + "\" cannot be searched: " + e.getMessage(), "",
                    "");
        }
    }

    private static void unreadable(Path path, IOException e, Given<List<String>> include) {
        include.context()
            .reject(include.place(),
                    "include cannot look into " + path + ": it " + SourceReader.reason(path, e), "readable directories",
                    "");
    }

    /** A double star between slashes stands for no directory too, as it does in a shell. */
    private static PathMatcher matcher(Path pattern) {
        FileSystem files = pattern.getFileSystem();
        PathMatcher exact = files.getPathMatcher("glob:" + pattern);
        PathMatcher without = files.getPathMatcher("glob:" + pattern.toString().replace("/**/", "/"));
        return path -> exact.matches(path) || without.matches(path);
    }

    /** One file is read once, whatever links lead to it. */
    private static SortedSet<Path> unique(SortedSet<Path> found, Path root) {
        SortedSet<Path> unique = new TreeSet<>();
        Set<Path> seen = new HashSet<>(Set.of(real(root)));
        found.forEach(path -> {
            if (seen.add(real(path))) {
                unique.add(path);
            }
        });
        return unique;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static Path fixedPart(Path pattern) {
        Path fixed = pattern.getRoot();
        for (Path part : pattern) {
            if (part.toString().chars().anyMatch(c -> "*?[{\\".indexOf(c) >= 0)) {
                break;
            }
            fixed = fixed.resolve(part);
        }
        return fixed;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final PathMatcher matcher;
        private final SortedSet<Path> found;
        private final BiConsumer<Path, IOException> unreadable;

        Collector(PathMatcher matcher, SortedSet<Path> found, BiConsumer<Path, IOException> unreadable) {
            this.matcher = matcher;
            this.found = found;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (matcher.matches(file) && attributes.isRegularFile()) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof FileSystemLoopException)) {
                unreadable.accept(file, e);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
