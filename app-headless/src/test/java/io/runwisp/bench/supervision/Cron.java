package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's cron, in a mount namespace of its own where it finds only what it is given here. That needs root. */
final class Cron {

    static final Program PROGRAM = new Program("cron", "deb", "cron");

    private Cron() {
    }

    /** Starts it on a command for bash that is due each minute, so many times. */
    static void start(Family family, Path place, String command, int times) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new NotMeasured("only root may give it a crontab of its own; run this bench as root");
        }
        Path table = place.resolve("crontab");
        Files.writeString(table, "SHELL=/bin/bash\n" + ("* * * * * root " + command + "\n").repeat(times));
        Path script = place.resolve("cron.sh");
        Files.writeString(script, """
            set -e
            mount -t tmpfs none /var/spool
            mkdir -p /var/spool/cron/crontabs
            mount -t tmpfs none /run
            [ -d /etc/cron.d ] || { echo "/etc/cron.d is missing"; exit 1; }
            mount -t tmpfs none /etc/cron.d
            [ ! -e /etc/crontab ] || mount --bind /dev/null /etc/crontab
            cp '%s' /etc/cron.d/bench
            chmod 644 /etc/cron.d/bench
            exec cron -f
            """.formatted(table));
        family.start(place, Map.of(), List.of("unshare", "-m", "sh", script.toString()));
    }
}
