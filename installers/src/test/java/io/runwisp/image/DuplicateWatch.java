package io.runwisp.image;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the machine all the time, for two living scripts of a service that must have one. */
final class DuplicateWatch implements AutoCloseable {

    private final List<String> marks;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    /** Begins to look for processes with these marks. */
    DuplicateWatch(List<String> marks) {
        this.marks = List.copyOf(marks);
        this.thread = Thread.ofPlatform().name("duplicate-watch").daemon().start(this::watch);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    long looks() {
        return looks.get();
    }

    private void watch() {
        while (!over) {
            for (String mark : marks) {
                try {
                    look(mark);
                } catch (IOException e) {
                    seen.add("the watch is blind: " + e);
                }
            }
        }
    }

    /** The list was not made in one moment: only who is still there once all have been found was there together. */
    private void look(String mark) throws IOException {
        List<Processes.Found> leaders = Processes.with("MARK", mark).stream().filter(Processes.Found::leads).toList();
        looks.incrementAndGet();
        if (leaders.size() > 1 && leaders.stream().filter(Processes.Found::lives).count() > 1) {
            seen.add("twice at once: " + leaders);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
