package io.runwisp.config.language;

import io.runwisp.config.grammar.Substitution;
import io.runwisp.config.problem.SourceFile;
import java.nio.file.Path;

/** What the texts of a file may refer to; relative paths start from that file. */
public interface Expansion {

    /** The text with every {@code ${NAME}} and {@code ${file:path}} replaced, or what stands in the way. */
    Substitution.Outcome expand(SourceFile file, String text);

    /** A path as written in a file, made absolute; {@code ~} is the home of the daemon's user. */
    Path resolve(SourceFile file, String path);
}
