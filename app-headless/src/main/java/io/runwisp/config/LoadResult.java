package io.runwisp.config;

import io.runwisp.config.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a configuration.
 *
 * @param config null when there are errors
 * @param errors every one, by file and position
 * @param warnings every one, by file and position; they are there with a valid configuration too
 */
public record LoadResult(@Nullable Config config, List<Problem> errors, List<Problem> warnings) {

    public LoadResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
