package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory on a disk of four megabytes, in a name space of its own, which somebody else fills and empties again. */
class DiskFullIT {

    @TempDir
    Path folder;

    /** Everything happens inside of the name space, so it is one script; what it prints is what is judged. */
    private static final String SCRIPT = """
        set -e
        mount -t tmpfs -o size=4m none data
        "$1" daemon 2> daemon.log &
        daemon=$!
        await() { # await <seconds> <pattern> [<file>]
            n=0
            until grep -q "$2" "${3:-daemon.log}"; do
                n=$((n + 1)); [ $n -lt $(($1 * 20)) ] || { echo "no $2"; cat daemon.log; kill -9 $daemon; exit 1; }
                sleep 0.05
            done
        }
        await 60 'run ended task=tick'
        cat /dev/zero > data/filler 2>/dev/null || true
        await 60 'journal cannot be written'
        kill -0 $daemon && echo "it lives"
        rm data/filler
        await 60 'journal can be written again'
        lines=$(grep -c 'run ended task=tick' daemon.log)
        n=0
        until [ $(grep -c 'run ended task=tick' daemon.log) -gt $((lines + 1)) ]; do
            n=$((n + 1)); [ $n -lt 1200 ] || { echo "no ticks"; cat daemon.log; kill -9 $daemon; exit 1; }
            sleep 0.05
        done
        echo "it goes on"
        kill -TERM $daemon
        wait $daemon && echo "it ends well"
        """;

    @Test
    void aFullDiskIsAStateAndNotTheEnd() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), """
            [tasks.tick]
            cron = "* * * * * *"
            run  = "echo tick"
            """);
        Files.createDirectories(folder.resolve("data"));
        Outcome outcome = Command
            .in(folder, "unshare", "--mount", "--map-root-user", "sh", "-c", SCRIPT, "sh", Image.LAUNCHER)
            .run()
            .exits(0);
        assertEquals("it lives\nit goes on\nit ends well\n", outcome.out(), outcome::toString);
    }
}
