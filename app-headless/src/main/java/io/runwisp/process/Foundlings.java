package io.runwisp.process;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the dead whom nobody else will: what left the session of its run, and what somebody started in the container of the daemon, is left to process 1 of that
 * container when its parent ends. Uncollected, each would keep its number until there are none left. Belongs to the spawner thread.
 */
final class Foundlings {

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    /** By then those who wait for a child of their own have collected it. */
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final long FIRST_OF_ITS_CONTAINER = 1;

    private final NativeLoop loop;
    private final ProcessTable table;
    private final Reaper reaper;
    private final Duration betweenLooks;
    private Set<ProcessStat> dead = Set.of();

    Foundlings(NativeLoop loop, ProcessTable table, Reaper reaper, Duration betweenLooks) {
        this.loop = loop;
        this.table = table;
        this.reaper = reaper;
        this.betweenLooks = betweenLooks;
    }

    /** Whether anybody is left to this process. */
    static boolean areLeftHere() {
        return ProcessHandle.current().pid() == FIRST_OF_ITS_CONTAINER;
    }

    /** Looks for them from now on. */
    void expect() {
        loop.after(dead.isEmpty() ? betweenLooks : SOON, this::look);
    }

    /** Who was dead at the last look is nobody's. */
    private void look() {
        try {
            Set<ProcessStat> now = table.children(ProcessHandle.current().pid())
                .stream()
                .filter(child -> !child.lives())
                .collect(Collectors.toUnmodifiableSet());
            now.stream().filter(dead::contains).forEach(child -> reaper.bury(child.pid()));
            dead = now;
        } finally {
            expect();
        }
    }
}
