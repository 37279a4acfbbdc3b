package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Somebody who keeps services alive and can be started here. */
interface Contender {

    String name();

    /** Whether it waits for a configured time before it starts a service again. */
    default boolean hasDelay() {
        return true;
    }

    /** What has to be installed for it. */
    List<Program> programs();

    /**
     * Starts it on services. The second start on a place is one after a crash.
     *
     * @param place its own directory
     * @return the process that supervises
     */
    LinuxProcess start(Family family, Path place, List<Service> services) throws IOException, InterruptedException;
}
