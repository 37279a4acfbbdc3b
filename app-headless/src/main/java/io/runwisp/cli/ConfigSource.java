package io.runwisp.cli;

import io.runwisp.config.LoadResult;
import java.nio.file.Path;

/** Where commands get a configuration from. */
@FunctionalInterface
public interface ConfigSource {

    /** Reads the file, which is named as the user named it: relative paths begin in the working directory. */
    LoadResult load(Path file);
}
