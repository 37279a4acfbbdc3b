package io.runwisp.daemon.boot;

import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.FakeConfigEntries;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.Opening;
import io.runwisp.data.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All steps, none of which does anything: it remembers the calls, and one of them fails if it is told to. */
final class RecordingSteps implements OwnSteps, BootPorts<String, RecordingSteps.Database, RecordingSteps.Server> {

    private static final DataDirectory DIRECTORY = new DataDirectory(Path.of("/srv/data"));

    private final List<String> calls = new ArrayList<>();
    private final Set<String> failing;
    private final Supplier<Refusal> how;

    /** No step fails. */
    RecordingSteps() {
        this(Set.of(), () -> new Refusal("", ""));
    }

    /**
     * These steps or releases fail.
     *
     * @param how answers with the refusal, or throws
     */
    RecordingSteps(Set<String> failing, Supplier<Refusal> how) {
        this.failing = Set.copyOf(failing);
        this.how = how;
    }

    /** Every call and every release, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private <T> StepResult<T> step(String name, T value) {
        calls.add(name);
        return failing.contains(name) ? new StepResult.Failed<>(how.get()) : new StepResult.Done<>(value);
    }

    private void released(String name) {
        calls.add("release " + name);
        if (failing.contains("release " + name)) {
            Refusal _ = how.get();
        }
    }

    final class Database implements BootDatabase {

        private final ConfigEntries entries = new FakeConfigEntries();

        @Override
        public ConfigEntries entries() {
            return entries;
        }

        @Override
        public void close() {
            released("database");
        }
    }

    final class Server implements Held {

        @Override
        public void close() {
            released("server");
        }
    }

    private final class Lock implements HeldDirectory {

        @Override
        public StepResult<HeldDirectory> writePid() {
            return step("pid", this);
        }

        @Override
        public void close() {
            released("lock");
        }
    }

    @Override
    public StepResult<String> loadConfiguration() {
        return step("configuration", "runwisp.toml");
    }

    @Override
    public StepResult<Opening.Opened> openDirectory() {
        return step("directory", new Opening.Opened(DIRECTORY, List.of("It was open.")));
    }

    @Override
    public StepResult<HeldDirectory> lock(DataDirectory directory) {
        return step("lock", new Lock());
    }

    @Override
    public StepResult<DataDirectory> makeDatabaseFile(DataDirectory directory) {
        return step("database file", directory);
    }

    @Override
    public StepResult<Database> openDatabase(DataDirectory directory, String configuration) {
        return step("database", new Database());
    }

    @Override
    public StepResult<Fingerprint> fingerprint(ConfigEntries entries) {
        return step("fingerprint", new Fingerprint("calm-otter"));
    }

    @Override
    public StepResult<Password> password(DataDirectory directory) {
        return step("password", new Password("hunter2", Password.Origin.GENERATED));
    }

    @Override
    public StepResult<JwtSecret.Resolution> secret(Password password, ConfigEntries entries) {
        return step("secret", new JwtSecret.Resolution(new JwtSecret("key"), JwtSecret.Change.ROTATED));
    }

    @Override
    public StepResult<Reconciliation> reconcile(String configuration, Database database) {
        return step("reconcile", new Reconciliation(2, 1));
    }

    @Override
    public StepResult<Server> serve(Prepared<String, Database> prepared) {
        return step("serve", new Server());
    }
}
