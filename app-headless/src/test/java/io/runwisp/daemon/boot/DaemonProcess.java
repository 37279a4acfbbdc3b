package io.runwisp.daemon.boot;

import io.runwisp.data.ConfigEntries;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.FakeConfigEntries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A daemon that starts, serves nothing, and stops: one order a line, one answer a line. */
final class DaemonProcess {

    private DaemonProcess() {
    }

    /** The steps that other parts will do. */
    record EmptyPorts(ConfigEntries entries) implements BootPorts<String, EmptyDatabase, Held> {

        @Override
        public StepResult<String> loadConfiguration() {
            return new StepResult.Done<>("");
        }

        @Override
        public StepResult<EmptyDatabase> openDatabase(DataDirectory directory, String configuration) {
            return new StepResult.Done<>(new EmptyDatabase(entries));
        }

        @Override
        public StepResult<Reconciliation> reconcile(String configuration, EmptyDatabase database) {
            return new StepResult.Done<>(new Reconciliation(0, 0));
        }

        @Override
        public StepResult<Held> serve(Prepared<String, EmptyDatabase> prepared) {
            return new StepResult.Done<>(() -> {
            });
        }
    }

    record EmptyDatabase(ConfigEntries entries) implements BootDatabase {

        @Override
        public void close() {
            // Rows in memory hold nothing.
        }
    }

    static BootResult<String, EmptyDatabase, Held> start(Path data, Map<String, String> environment,
            ConfigEntries entries) {
        DiskSteps steps = new DiskSteps(data, Path.of("/srv/shop"), environment, () -> "machine", SecureRandom::new);
        return new BootRunner<>(steps, new EmptyPorts(entries)).run();
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable
        Held running = null;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("stop")) {
                if (running != null) {
                    running.close();
                    running = null;
                }
                System.out.println("stopped");
                continue;
            }
            switch (start(Path.of(order), Map.of(), new FakeConfigEntries())) {
                case BootResult.Started<String, EmptyDatabase, Held> started -> {
                    running = started.taken();
                    System.out.println("started " + started.prepared().password().origin());
                }
                case BootResult.Failed<String, EmptyDatabase, Held> failed ->
                    System.out.println("failed at " + failed.step() + ": " + failed.message().title());
            }
        }
    }
}
