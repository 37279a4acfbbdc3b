package io.runwisp.config.load;

import io.runwisp.config.Surroundings;
import io.runwisp.config.grammar.Substitution;
import io.runwisp.config.language.Expansion;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Answers the references of a configuration from the real surroundings. */
record References(Surroundings surroundings, Problems problems) implements Expansion {

    @Override
    public Substitution.Outcome expand(SourceFile file, String text) {
        return Substitution.expand(text, this::variable, path -> contentOf(file, path));
    }

    private @Nullable String variable(String name) {
        String value = surroundings.variable(name);
        if (value != null) {
            problems.disguise(value, "${" + name + "}");
        }
        return value;
    }

    @Override
    public Path resolve(SourceFile file, String path) {
        if (path.equals("~") || path.startsWith("~/")) {
            return surroundings.home().resolve(path.substring(Math.min(2, path.length()))).normalize();
        }
        return file.directory().resolve(path).normalize();
    }

    private Substitution.FileRead contentOf(SourceFile file, String path) {
        Path resolved;
        try {
            resolved = resolve(file, path.strip());
        } catch (InvalidPathException e) {
            return new Substitution.Unreadable("is not a path");
        }
        try {
            String text = SourceReader.readText(resolved);
            problems.disguise(text.strip(), "${file:" + path + "}");
            return new Substitution.Content(text);
        } catch (IOException e) {
            return new Substitution.Unreadable(SourceReader.reason(resolved, e) + " (" + resolved + ")");
        }
    }
}
