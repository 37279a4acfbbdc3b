package io.runwisp.process;

import java.util.List;
import java.util.Optional;

/** Whether this JVM may and can call what {@link NativeProcessLauncher} needs of the C library. */
public final class NativeSupport {

    private NativeSupport() {
    }

    /** Why it cannot; empty when it can. Where it cannot, there is {@link JdkProcessLauncher}. */
    public static Optional<String> obstacle() {
        try {
            Libc libc = new Libc();
            new Poller(libc).close();
            // Asking for a program that is not there shows that one could be started.
            int answer = new Spawn(libc).start(
                    new Spawn.Program(List.of(Spawn.bytes("/nonexistent")), List.of(), "/"),
                    new Spawn.Standard(0, 1, 2));
            return answer == -Libc.ENOENT && new Accounts().group("0").isPresent()
                    ? Optional.empty()
                    : Optional.of("the C library does not answer as it should");
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }
}
