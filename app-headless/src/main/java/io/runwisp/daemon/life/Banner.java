package io.runwisp.daemon.life;

import io.runwisp.auth.Password;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.boot.Reconciliation;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.model.RunPhase;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a daemon says about itself before it starts anything.
 *
 * @param terminal whether a person watches
 */
record Banner(String version, int warnings, boolean terminal, DaemonLog log) {

    private static final int LABEL = 12;

    void show(Prepared<Config, StoreDatabase> prepared, RunJournalSnapshot past) {
        Map<String, String> lines = lines(prepared, past);
        if (terminal) {
            log.plain("RunWisp " + version);
            lines.forEach((label, value) -> log.plain("  " + label + " ".repeat(LABEL - label.length()) + value));
            if (prepared.password().origin() == Password.Origin.GENERATED) {
                log.plain("  password" + " ".repeat(LABEL - "password".length()) + prepared.password().text()
                        + "   shown this once; it stands in " + prepared.directory().password());
            }
        } else {
            log.info("RunWisp " + version + " starts");
            lines.forEach((label, value) -> log.info(label + ": " + value));
        }
        prepared.notices().forEach(log::info);
    }

    private Map<String, String> lines(Prepared<Config, StoreDatabase> prepared, RunJournalSnapshot past) {
        Config config = prepared.configuration();
        Reconciliation left = prepared.reconciliation();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("config", config.file().toString());
        lines.put("data", prepared.directory().path().toString());
        lines.put("database", prepared.directory().database().toString());
        lines.put("logs", prepared.directory().logs().toString());
        lines.put("units", count(config.tasks().size(), "task") + ", " + count(config.services().size(), "service"));
        lines.put("fingerprint", prepared.fingerprint().text());
        lines.put("timezone", config.zone().getId() + " (" + config.zoneOrigin() + ")");
        if (left.crashedRuns() > 0 || left.stoppedOrphans() > 0) {
            lines.put("crashed", count(left.crashedRuns(), "run") + " of a daemon that died, "
                    + count(left.stoppedOrphans(), "process") + " of it stopped");
        }
        long pending = past.unfinished().stream().filter(run -> run.phase() == RunPhase.PENDING).count();
        if (pending > 0) {
            lines.put("pending", count(pending, "run") + " that waited go on waiting");
        }
        if (!past.awaitingRetry().isEmpty()) {
            lines.put("retries", count(past.awaitingRetry().size(), "run") + " will be tried again");
        }
        if (warnings > 0) {
            lines.put("warnings", Integer.toString(warnings));
        }
        return lines;
    }

    private static String count(long number, String noun) {
        String plural = noun.endsWith("s") ? "es" : "s";
        return number + " " + noun + (number == 1 ? "" : plural);
    }
}
