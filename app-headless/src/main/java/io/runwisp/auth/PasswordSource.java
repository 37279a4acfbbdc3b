package io.runwisp.auth;

import io.runwisp.auth.Password.Origin;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.DiskTrouble;
import io.runwisp.data.FileMode;
import io.runwisp.data.Refusal;
import io.runwisp.data.SafeFiles;
import io.runwisp.data.SafeFiles.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Finds the password: that of the environment, else that of the file, else a new one, which is written to the file. */
public final class PasswordSource {

    /** The variable that wins over the file. */
    public static final String VARIABLE = "RUNWISP_PASSWORD";

    private final Map<String, String> environment;
    private final Supplier<RandomGenerator> chance;

    /** Looks in these variables; the source of chance is made only when a password is. */
    public PasswordSource(Map<String, String> environment, Supplier<RandomGenerator> chance) {
        this.environment = Map.copyOf(environment);
        this.chance = chance;
    }

    /** What came of looking. */
    public sealed interface Resolution {
    }

    /** This is it. */
    public record Resolved(Password password) implements Resolution {
    }

    /** There is none that could be used, and none could be made. */
    public record Refused(Refusal refusal) implements Resolution {
    }

    /** The password of a daemon on this directory. The file is not touched when the environment has one. */
    public Resolution resolve(DataDirectory directory) {
        String given = environment.getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return given.isBlank()
                    ? refused(VARIABLE + " holds nothing but blanks.", "Give it a password, or unset it.")
                    : new Resolved(new Password(given, Origin.ENVIRONMENT));
        }
        PasswordFile file = new PasswordFile(directory.path());
        try {
            return ofFile(file);
        } catch (IOException e) {
            DiskTrouble trouble = DiskTrouble.of(e, file.path());
            return refused("The password in " + file.path() + " cannot be used: " + trouble.reason() + ".",
                    trouble.remedy() + " To use a password of your own without the file, set " + VARIABLE + ".");
        }
    }

    private Resolution ofFile(PasswordFile file) throws IOException {
        Path path = file.path();
        Standing standing = SafeFiles.standing(path);
        if (standing != Standing.ABSENT && standing != Standing.FILE) {
            return foreign(path);
        }
        if (standing == Standing.FILE) {
            SafeFiles.setMode(path, FileMode.SECRET);
        }
        Optional<String> kept = file.read();
        if (kept.isEmpty()) {
            switch (file.writeUnlessPresent(chance.get())) {
                case PasswordFile.Written written -> {
                    return new Resolved(new Password(written.password().text(), Origin.GENERATED));
                }
                case PasswordFile.Foreign _ -> {
                    return foreign(path);
                }
                // "runwisp init" was faster.
                case PasswordFile.Kept _ -> kept = file.read();
            }
        }
        return kept.<Resolution>map(text -> new Resolved(new Password(text, Origin.FILE)))
            .orElseGet(() -> refused(path + " was emptied while RunWisp started.", "Start again."));
    }

    private static Refused foreign(Path path) {
        return refused("Refusing to write " + path + ": it is a symbolic link or something else that is no plain file.",
                "Remove it, or choose another directory with --data.");
    }

    private static Refused refused(String title, String detail) {
        return new Refused(new Refusal(title, detail));
    }
}
