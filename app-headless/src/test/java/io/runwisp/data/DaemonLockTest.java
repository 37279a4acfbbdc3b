package io.runwisp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.data.DaemonLock.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonLockTest {

    @TempDir
    Path temporary;

    private DataDirectory directory;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        directory = new DataDirectory(temporary.toRealPath());
        file = directory.pidFile();
    }

    private DaemonLock taken() {
        return assertInstanceOf(Taken.class, DaemonLock.take(directory)).lock();
    }

    private Refusal refused() {
        return assertInstanceOf(DaemonLock.Refused.class, DaemonLock.take(directory)).refusal();
    }

    private static SecondProcess second() throws IOException {
        return new SecondProcess(DataProcess.class, "022");
    }

    private String inUseBy(long pid) {
        return "Another RunWisp, process " + pid + ", is using the data directory " + directory.path() + ".";
    }

    @Test
    void theFileIsEmptyUntilTheProcessIdIsWrittenAndGoneAfterwards() throws IOException {
        try (DaemonLock lock = taken()) {
            assertEquals(0, Files.size(file));
            lock.writePid();
            assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void aSecondProcessIsRefusedAndTold() throws IOException {
        DaemonLock lock = taken();
        try (SecondProcess second = second()) {
            assertEquals("Another RunWisp, which is just starting or stopping, is using the data directory "
                    + directory.path() + ".", second.ask("take " + directory.path()));
            lock.writePid();
            assertEquals(inUseBy(ProcessHandle.current().pid()), second.ask("take " + directory.path()));
            lock.close();
            assertEquals("taken", second.ask("take " + directory.path()));
        }
    }

    @Test
    void theRefusalSaysWhatToDo() throws IOException {
        try (SecondProcess second = second()) {
            assertEquals("taken", second.ask("take " + directory.path()));
            assertEquals("written", second.ask("pid " + directory.path()));
            assertEquals(new Refusal(inUseBy(second.pid()),
                    "Two of them would run every task twice. Stop it first (kill " + second.pid()
                            + "), or choose another directory with --data. To start a task in the one that runs, use "
                            + "\"runwisp run-task\"."),
                    refused());
            assertEquals(OptionalLong.of(second.pid()), DaemonLock.pid(directory));
        }
    }

    @Test
    void aKilledProcessLeavesItsFileAndLosesItsLock() throws Exception {
        try (SecondProcess second = second()) {
            assertEquals("taken", second.ask("take " + directory.path()));
            assertEquals("written", second.ask("pid " + directory.path()));
            second.kill();
            assertEquals(second.pid() + "\n", Files.readString(file));
        }
        try (DaemonLock lock = taken()) {
            assertEquals(0, Files.size(file), "nobody may read the number of a dead daemon");
            lock.writePid();
            assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file));
        }
    }

    /**
     * A POSIX lock goes when its process closes any descriptor of the file, and an attempt of its own would do that.
     */
    @Test
    void whatElseThisProcessDoesWithTheFileDoesNotCostItTheLock() throws IOException {
        try (DaemonLock lock = taken(); SecondProcess second = second()) {
            lock.writePid();
            assertEquals(inUseBy(ProcessHandle.current().pid()), refused().title());
            assertEquals(OptionalLong.of(ProcessHandle.current().pid()), DaemonLock.pid(directory));
            assertInstanceOf(Opening.Opened.class, Opening.of(directory.path()));
            Path link = Files.createSymbolicLink(directory.path().resolve("same"), directory.path());
            assertInstanceOf(DaemonLock.Refused.class, DaemonLock.take(new DataDirectory(link)));
            assertEquals(inUseBy(ProcessHandle.current().pid()), second.ask("take " + directory.path()));
        }
    }

    /** The proof that the test above can fail: without the guard the lock is gone, silently. */
    @Test
    void openingTheFileOnceMoreWouldCostTheLock() throws IOException {
        try (DaemonLock lock = taken(); SecondProcess second = second()) {
            lock.writePid();
            assertFalse(Files.readString(file).isEmpty());
            assertEquals("taken", second.ask("take " + directory.path()));
        }
    }

    @Test
    void theLockOutlivesWhoeverForgetsIt() throws IOException {
        try (SecondProcess second = second()) {
            taken().writePid();
            System.gc();
            assertEquals(inUseBy(ProcessHandle.current().pid()), second.ask("take " + directory.path()));
        }
    }

    @Test
    void anInterruptedStartKeepsItsLock() throws IOException {
        try (DaemonLock lock = taken(); SecondProcess second = second()) {
            Thread.currentThread().interrupt();
            lock.writePid();
            assertTrue(Thread.interrupted(), "the interrupt is for somebody else");
            assertEquals(inUseBy(ProcessHandle.current().pid()), second.ask("take " + directory.path()));
        }
    }

    @Test
    void closingTwiceDoesNotTakeTheLockFromTheNext() throws IOException {
        DaemonLock first = taken();
        first.close();
        try (DaemonLock next = taken(); SecondProcess second = second()) {
            next.writePid();
            first.close();
            assertTrue(Files.exists(file));
            assertEquals(inUseBy(ProcessHandle.current().pid()), second.ask("take " + directory.path()));
        }
    }

    @Test
    void aFileThatAnotherDaemonMadeMeanwhileIsNotRemoved() throws IOException {
        try (SecondProcess second = second()) {
            try (DaemonLock lock = taken()) {
                lock.writePid();
                Files.delete(file);
                assertEquals("taken", second.ask("take " + directory.path()));
                assertEquals("written", second.ask("pid " + directory.path()));
            }
            assertEquals(second.pid() + "\n", Files.readString(file));
        }
    }

    @Test
    void anUnreadableNumberIsNoReasonToStartASecond() throws IOException {
        try (SecondProcess second = second()) {
            assertEquals("taken", second.ask("take " + directory.path()));
            Files.writeString(file, "7".repeat(100));
            assertTrue(refused().title().startsWith("Another RunWisp, which is just"), refused().title());
            Files.writeString(file, "-1");
            assertTrue(refused().title().startsWith("Another RunWisp, which is just"), refused().title());
        }
    }

    @Test
    void aLinkOrDirectoryOfThatNameIsRefused() throws IOException {
        Path target = Files.writeString(directory.path().resolve("target"), "theirs");
        Files.createSymbolicLink(file, target);
        assertTrue(refused().title().startsWith("The data directory " + directory.path() + " cannot be locked"));
        assertEquals("theirs", Files.readString(target));
        Files.delete(file);
        Files.createDirectory(file);
        assertTrue(refused().title().startsWith("The data directory " + directory.path() + " cannot be locked"));
        Files.delete(file);
        taken().close();
    }

    /**
     * A process that opened the file just before its owner removed it would lock a file without a name, and the next
     * one a new file of that name: two owners. Three processes that start and stop all the time must never meet.
     */
    @Test
    void startsAndStopsAtOnceNeverMakeTwoOwners() throws IOException {
        List<SecondProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(second());
            }
            for (SecondProcess process : processes) {
                process.tell("churn " + directory.path());
            }
            for (SecondProcess process : processes) {
                assertEquals("never met another", process.answer());
            }
        } finally {
            processes.forEach(SecondProcess::close);
        }
    }
}
