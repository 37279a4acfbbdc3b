package io.runwisp.process;

import io.runwisp.model.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All processes of the machine, as {@code /proc} shows them. Any thread. */
final class ProcessTable {

    private static final Path PROC = Path.of("/proc");

    /** One process, if it is there. */
    Optional<ProcessStat> find(long pid) {
        return ProcessStat.of(PROC, pid);
    }

    /** The processes that live. */
    List<ProcessStat> living() {
        return all(ProcessStat::lives);
    }

    /** Those of a parent, dead ones as well. */
    List<ProcessStat> children(long parent) {
        return all(process -> process.parent() == parent);
    }

    private List<ProcessStat> all(Predicate<ProcessStat> wanted) {
        List<ProcessStat> found = new ArrayList<>();
        for (long pid : numbers()) {
            find(pid).filter(wanted).ifPresent(found::add);
        }
        return found;
    }

    /**
     * The living members of a session.
     *
     * @param notBefore the start of its leader: what is older has nothing to do with it
     */
    List<ProcessStat> session(long session, long notBefore) {
        return isTaken(session, notBefore)
                ? List.of()
                : living().stream()
                    .filter(process -> process.session() == session && process.startTicks() >= notBefore)
                    .toList();
    }

    /** Whether somebody else has the number of a leader by now, so that nothing is left of its session. */
    boolean isTaken(ProcessIdentity leader) {
        return isTaken(leader.session(), leader.startTicks());
    }

    private boolean isTaken(long session, long startTicks) {
        // The kernel gives a number to nobody else while a session or a group has it: another process with it proves that these are gone.
        return find(session).filter(other -> other.startTicks() != startTicks).isPresent();
    }

    private static List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, ProcessTable::isProcess)) {
            for (Path entry : entries) {
                numbers.add(Long.valueOf(String.valueOf(entry.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/proc could not be read", e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException("/proc could not be read", e.getCause());
        }
        return numbers;
    }

    private static boolean isProcess(Path entry) {
        char first = String.valueOf(entry.getFileName()).charAt(0);
        return first >= '1' && first <= '9';
    }
}
