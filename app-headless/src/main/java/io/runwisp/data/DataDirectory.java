package io.runwisp.data;

import java.nio.file.Path;

/**
 * The names of everything in a data directory, which need not exist. Whoever starts on it opens it first, see
 * {@link Opening}.
 *
 * @param path the directory
 */
public record DataDirectory(Path path) {

    /** The database; SQLite puts two files beside it. */
    public Path database() {
        return path.resolve("runwisp.db");
    }

    /** The password of the dashboard, one line. */
    public Path password() {
        return path.resolve("password");
    }

    /** The process id of the daemon, one line, and what {@link DaemonLock} locks. Only the lock opens it. */
    public Path pidFile() {
        return path.resolve("daemon.pid");
    }

    /** The error stream of a daemon that was started in the background. */
    public Path daemonLog() {
        return path.resolve("daemon.log");
    }

    /** What runs printed. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** What the runs of one task or service printed; named by {@code Unit.logDirectory()}. */
    public Path logs(String unitDirectory) {
        return logs().resolve(unitDirectory);
    }
}
