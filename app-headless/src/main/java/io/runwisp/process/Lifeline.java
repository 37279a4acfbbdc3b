package io.runwisp.process;

import io.runwisp.process.Libc.Pipe;
import io.runwisp.process.Spawn.Program;
import io.runwisp.process.Spawn.Standard;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One small watcher that kills the groups which must not outlive the daemon. It reads a pipe that only the daemon holds: at its end the daemon is dead. Started
 * when it is needed first, and again when somebody killed it. Belongs to the spawner thread.
 */
final class Lifeline {

    private static final String SCRIPT = """
        trap '' HUP INT TERM QUIT
        groups=' '
        while read -r what group; do
          case $what in
            +) groups="$groups$group " ;;
            -) groups="${groups%% "$group" *} ${groups#* "$group" }" ;;
          esac
        done
        for group in $groups; do
          kill -s KILL -- "-$group"
        done
        """;
    private static final Program WATCHER = new Program(
            List.of(Spawn.bytes("/bin/sh"), Spawn.bytes("-c"), Spawn.bytes(SCRIPT), Spawn.bytes("runwisp-lifeline")),
            List.of(Spawn.bytes("PATH=/usr/bin:/bin")), "/");
    private static final int NONE = -1;
    private static final int SIGKILL = 9;

    private final NativeLoop loop;
    private final Spawn spawn;
    private final Reaper reaper;
    private final Consumer<Throwable> trouble;
    private final Set<Long> groups = new LinkedHashSet<>();
    private int pipe = NONE;
    private int watcher = NONE;

    Lifeline(NativeLoop loop, Spawn spawn, Reaper reaper, Consumer<Throwable> trouble) {
        this.loop = loop;
        this.spawn = spawn;
        this.reaper = reaper;
        this.trouble = trouble;
    }

    /** From now on the group dies with the daemon. */
    void hold(long group) {
        groups.add(group);
        if (watcher == NONE) {
            begin();
        } else {
            send("+ " + group + "\n");
        }
    }

    /** The group is empty: its number may be given to somebody else. */
    void letGo(long group) {
        if (groups.remove(group) && watcher != NONE) {
            send("- " + group + "\n");
        }
    }

    /** As if the daemon had died: those that are held still are killed. */
    void cut() {
        groups.clear();
        if (watcher != NONE) {
            loop.libc().close(pipe);
            watcher = NONE;
        }
    }

    private void begin() {
        try {
            Pipe line = loop.libc().pipe();
            Pipe silence = loop.libc().pipe();
            watcher = spawn.start(WATCHER, new Standard(line.out(), silence.in(), silence.in()));
            loop.libc().close(line.out());
            loop.libc().close(silence.in());
            loop.libc().close(silence.out());
            pipe = line.in();
            loop.libc().doNotBlock(pipe);
            Libc.check("the watcher that ends processes with the daemon could not be started", watcher);
            watchExit(watcher);
            groups.forEach(group -> send("+ " + group + "\n"));
        } catch (Libc.Failure e) {
            watcher = NONE;
            trouble.accept(e);
        }
    }

    private void watchExit(int pid) {
        int pidfd = loop.libc().pidfdOpen(pid);
        if (pidfd >= 0) {
            loop.watch(pidfd, () -> {
                if (reaper.reap(pid).isPresent()) {
                    loop.unwatch(pidfd);
                    loop.libc().close(pidfd);
                    ended();
                }
            });
        }
    }

    /** Somebody ended it: those that it held need another one. */
    private void ended() {
        if (watcher != NONE) {
            loop.libc().close(pipe);
            watcher = NONE;
        }
        if (!groups.isEmpty()) {
            begin();
        }
    }

    private void send(String line) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] text = Spawn.bytes(line);
            MemorySegment bytes = arena.allocate(text.length);
            MemorySegment.copy(text, 0, bytes, ValueLayout.JAVA_BYTE, 0, text.length);
            if (loop.libc().write(pipe, bytes) == -Libc.EAGAIN) {
                // Stopped for so long that its pipe is full: the next one gets them all.
                loop.libc().kill(watcher, SIGKILL);
            }
        }
    }
}
