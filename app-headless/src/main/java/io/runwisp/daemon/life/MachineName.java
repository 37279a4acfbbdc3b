package io.runwisp.daemon.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine calls itself; nobody on the network is asked, because that can take long. */
final class MachineName {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private MachineName() {
    }

    static String read() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
