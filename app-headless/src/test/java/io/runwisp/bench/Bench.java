package io.runwisp.bench;

import java.nio.file.Path;
import java.util.List;

/** One measurement. It has a public constructor without arguments and stands in {@link Benches}. */
public interface Bench {

    /** What it is called by, one word in lower case. */
    String name();

    /** What it measures and beside what, in one line. */
    String purpose();

    /** The programs that it runs and that may be missing on this machine. */
    default List<Program> programs() {
        return List.of();
    }

    /**
     * Measures. The baseline is measured in the same run, first.
     *
     * @param scratch an empty directory on a disk, removed afterwards
     */
    void measure(Path scratch, Figures figures) throws Exception;

    /**
     * A program of somebody else that a bench compares with.
     *
     * @param command how it is called
     * @param source who brings it: {@code apt} installs it, {@code deb} and {@code npm} unpack it beside the build, {@code image} is our own build
     * @param packageName how it is called there; for {@code deb} the packages that it needs as well
     */
    record Program(String command, String source, String packageName) {
    }
}
