package io.runwisp.bench.supervision;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The children of a contender: scripts of a few lines that tell when they start. */
record Children(Path place, Marks marks) {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofMinutes(1);
    private static final int SAID = 2000;
    private static final String LINE = "all work and no play makes a log a dull log, line after line after line of it..";

    static Children in(Path place) throws IOException {
        Files.createDirectories(place);
        return new Children(place, new Marks(place.resolve("marks")));
    }

    /** The marks, once so many children have started; says what a supervisor printed that ended instead. */
    List<Marks.Mark> started(LinuxProcess supervisor, int count) {
        boolean ended = Wait.holds(START, () -> marks.all().size() >= count || !supervisor.isAlive());
        List<Marks.Mark> all = marks.all();
        if (all.size() < count) {
            throw new NotMeasured(all.size() + " of " + count + " children started, then the supervisor "
                    + (ended ? "ended" : "did nothing for " + START.toSeconds() + " s") + "; it said: " + said());
        }
        return all;
    }

    /** What those printed that were started here. */
    String said() {
        StringBuilder said = new StringBuilder();
        try (DirectoryStream<Path> outputs = Files.newDirectoryStream(place, "*.out")) {
            for (Path output : outputs) {
                String text = Files.readString(output).strip();
                said.append(text.substring(Math.max(0, text.length() - SAID)));
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        return said.toString();
    }

    /** Lives until it is told to go. */
    Service lasting(String name, int replicas, Duration delay) throws IOException {
        return service(name, replicas, delay, "exec sleep 100000\n");
    }

    /** Ends at once, in vain. */
    Service crashing(Duration delay) throws IOException {
        return service("crashing", 1, delay, "exit 1\n");
    }

    /** Does not hear SIGTERM. */
    Service stubborn(int replicas) throws IOException {
        return service("stubborn", replicas, Duration.ZERO, "trap '' TERM\nexec sleep 100000\n");
    }

    /** Prints whole lines of 80 bytes, then tells that it is done, and stays. */
    Service flooding(long bytes) throws IOException {
        return service("flooding", 1, Duration.ZERO,
                "yes '" + LINE + "' | head -c " + bytes + "\n" + marks.command() + "\nexec sleep 100000\n");
    }

    private Service service(String name, int replicas, Duration delay, String then) throws IOException {
        Path script = place.resolve(name + ".sh");
        Files.writeString(script, marks.command() + "\n" + then);
        return new Service(name, script, replicas, delay, GRACE);
    }
}
