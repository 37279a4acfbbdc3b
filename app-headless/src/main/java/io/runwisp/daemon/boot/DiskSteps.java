package io.runwisp.daemon.boot;

import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.auth.PasswordSource;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.DaemonLock;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.DiskTrouble;
import io.runwisp.data.FileMode;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.Opening;
import io.runwisp.data.Refusal;
import io.runwisp.data.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The steps as they are.
 *
 * @param wanted the data directory as the command line names it, absolute
 * @param workingDirectory absolute; part of the fingerprint
 * @param environment the variables of the process
 * @param machineId asked for when a fingerprint is computed
 * @param chance must be a {@code SecureRandom}; asked for when a secret is made
 */
public record DiskSteps(Path wanted, Path workingDirectory, Map<String, String> environment,
        Supplier<String> machineId, Supplier<RandomGenerator> chance) implements OwnSteps {

    public DiskSteps {
        environment = Map.copyOf(environment);
    }

    @Override
    public StepResult<Opening.Opened> openDirectory() {
        return switch (Opening.of(wanted)) {
            case Opening.Opened opened -> new StepResult.Done<>(opened);
            case Opening.Refused refused -> new StepResult.Failed<>(refused.refusal());
        };
    }

    @Override
    public StepResult<HeldDirectory> lock(DataDirectory directory) {
        return switch (DaemonLock.take(directory)) {
            case DaemonLock.Taken taken -> new StepResult.Done<>(new Locked(directory, taken.lock()));
            case DaemonLock.Refused refused -> new StepResult.Failed<>(refused.refusal());
        };
    }

    @Override
    public StepResult<DataDirectory> makeDatabaseFile(DataDirectory directory) {
        try {
            SafeFiles.createFile(directory.database(), FileMode.READABLE);
            return new StepResult.Done<>(directory);
        } catch (IOException e) {
            return failed(directory.database() + " cannot be made", e, directory.path());
        }
    }

    @Override
    public StepResult<Fingerprint> fingerprint(ConfigEntries entries) {
        return switch (Fingerprint.resolve(environment, entries, machineId, workingDirectory)) {
            case Fingerprint.Resolved resolved -> new StepResult.Done<>(resolved.fingerprint());
            case Fingerprint.Refused refused -> new StepResult.Failed<>(refused.refusal());
        };
    }

    @Override
    public StepResult<Password> password(DataDirectory directory) {
        return switch (new PasswordSource(environment, chance).resolve(directory)) {
            case PasswordSource.Resolved resolved -> new StepResult.Done<>(resolved.password());
            case PasswordSource.Refused refused -> new StepResult.Failed<>(refused.refusal());
        };
    }

    @Override
    public StepResult<JwtSecret.Resolution> secret(Password password, ConfigEntries entries) {
        return new StepResult.Done<>(JwtSecret.resolve(password, entries, chance));
    }

    /** Keeps the variables, and with them the password, out of logs. */
    @Override
    public String toString() {
        return "DiskSteps[" + wanted + "]";
    }

    private static <T> StepResult<T> failed(String what, IOException trouble, Path path) {
        DiskTrouble words = DiskTrouble.of(trouble, path);
        return new StepResult.Failed<>(new Refusal(what + ": " + words.reason() + ".", words.remedy()));
    }

    private record Locked(DataDirectory directory, DaemonLock lock) implements HeldDirectory {

        @Override
        public StepResult<HeldDirectory> writePid() {
            try {
                lock.writePid();
                return new StepResult.Done<>(this);
            } catch (IOException e) {
                return failed(directory.pidFile() + " cannot be written", e, directory.path());
            }
        }

        @Override
        public void close() {
            lock.close();
        }
    }
}
