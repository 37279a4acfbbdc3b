package io.runwisp.daemon.boot;

import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Fingerprint;
import io.runwisp.data.Opening;
import io.runwisp.data.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the daemon: every step in its order, or none that serves.
 *
 * <p>The steps are those of the documentation: directory and lock, database, fingerprint, password, key, what the last
 * daemon left, process id, port. A step that fails ends the start before anything is served, and what was taken until
 * then is given back, the last first.
 */
public final class BootRunner<C, D extends BootDatabase, S extends Held> {

    private final OwnSteps own;
    private final BootPorts<C, D, S> ports;

    /** Will take these steps. */
    public BootRunner(OwnSteps own, BootPorts<C, D, S> ports) {
        this.own = own;
        this.ports = ports;
    }

    /** Takes them, on the calling thread. Never throws. */
    public BootResult<C, D, S> run() {
        return new Start().run();
    }

    /** Leaves the steps at once; never leaves this class. */
    private static final class StepFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        StepFailed(Refusal refusal) {
            super(refusal.title(), null, false, false);
            this.refusal = refusal;
        }
    }

    /** One start: where it is, and what it holds. */
    private final class Start {

        private final Releases taken = new Releases();
        private final List<String> notices = new ArrayList<>();
        private BootStep step = BootStep.CONFIGURATION;

        BootResult<C, D, S> run() {
            try {
                return steps();
            } catch (StepFailed end) {
                return failed(end.refusal, null);
            } catch (RuntimeException | Error fault) {
                return failed(refusalOf(fault), fault);
            }
        }

        private BootResult<C, D, S> steps() {
            C configuration = take(BootStep.CONFIGURATION, ports::loadConfiguration);
            Opening.Opened opened = take(BootStep.DIRECTORY, own::openDirectory);
            notices.addAll(opened.notices());
            DataDirectory directory = opened.directory();
            HeldDirectory lock = taken.add(take(BootStep.LOCK, () -> own.lock(directory)));
            take(BootStep.DATABASE, () -> own.makeDatabaseFile(directory));
            D database = taken.add(take(BootStep.DATABASE, () -> ports.openDatabase(directory, configuration)));
            Fingerprint fingerprint = take(BootStep.FINGERPRINT, () -> own.fingerprint(database.entries()));
            Password password = take(BootStep.PASSWORD, () -> own.password(directory));
            tellOf(password, directory);
            JwtSecret.Resolution secret = take(BootStep.SECRET, () -> own.secret(password, database.entries()));
            tellOf(secret);
            Reconciliation reconciliation = take(BootStep.RECONCILE, () -> ports.reconcile(configuration, database));
            take(BootStep.PID, lock::writePid);
            Prepared<C, D> prepared = new Prepared<>(configuration, directory, database, fingerprint, password, secret,
                    reconciliation, notices);
            S serving = taken.add(take(BootStep.SERVE, () -> ports.serve(prepared)));
            return new BootResult.Started<>(prepared, serving, taken);
        }

        private <T> T take(BootStep next, Supplier<StepResult<T>> work) {
            step = next;
            return switch (work.get()) {
                case StepResult.Done<T>(T value) -> value;
                case StepResult.Failed<T>(Refusal refusal) -> throw new StepFailed(refusal);
            };
        }

        /** Not the password itself: notices go to logs. */
        private void tellOf(Password password, DataDirectory directory) {
            if (password.origin() == Password.Origin.GENERATED) {
                notices.add("A password was made and written to " + directory.password()
                        + ", readable by its owner alone.");
            }
        }

        private void tellOf(JwtSecret.Resolution secret) {
            if (secret.change() == JwtSecret.Change.ROTATED) {
                notices.add("The password of the environment is not the one of the last start: everybody has to log in "
                        + "again.");
            }
        }

        private BootResult<C, D, S> failed(Refusal refusal, @Nullable Throwable fault) {
            try {
                taken.close();
            } catch (RuntimeException e) {
                notices.add("On the way back something went wrong too: " + said(e) + ".");
            }
            return new BootResult.Failed<>(step, refusal, fault, notices);
        }

        private Refusal refusalOf(Throwable fault) {
            return new Refusal("RunWisp ran into a fault while " + step.doing() + ": " + said(fault) + ".",
                    "If the disk and the data directory are in order, this is a bug in RunWisp. Run the same command "
                            + "with RUNWISP_DEBUG=1 to see where it happened, and send that with your report.");
        }
    }

    private static String said(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        return fault.getMessage() == null ? name : name + ": " + fault.getMessage();
    }
}
