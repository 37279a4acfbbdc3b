package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says in the log of the daemon which runs have started and ended, once it is on the disk. The journal thread's. */
final class RunLines {

    /** A row is saved again after its end only soon after it: so many ends are remembered. */
    private static final int ENDS_REMEMBERED = 4_096;

    private final DaemonLog log;
    private final Set<RunId> running = new HashSet<>();
    private final Map<RunId, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Boolean> eldest) {
            return size() > ENDS_REMEMBERED;
        }
    };

    RunLines(DaemonLog log) {
        this.log = log;
    }

    /** Looks through what was committed. */
    void committed(List<RunJournalChange> changes) {
        for (RunJournalChange change : changes) {
            if (change instanceof RunJournalChange.SaveRun(Run run)) {
                saved(run);
            }
        }
    }

    private void saved(Run run) {
        if (run.phase() == RunPhase.RUNNING) {
            if (run.start() != null && run.start().process() != null && running.add(run.id())) {
                log.info("run started " + name(run) + " by=" + run.origin().trigger().word() + " pid="
                        + run.start().process().pid() + attempt(run));
            }
        } else if (run.end() != null && ended.put(run.id(), true) == null) {
            running.remove(run.id());
            ended(run, run.end());
        }
    }

    private void ended(Run run, RunEnd end) {
        String what = run.start() == null ? "run not started " : "run ended ";
        String duration = end.duration() == null ? "" : " dur=" + seconds(end.duration());
        String message = run.message() == null ? "" : ": " + run.message();
        log.line(end.failure() ? Level.WARN : Level.INFO, what + name(run) + " reason=" + end.reason().word() + " exit="
                + end.exitCode() + duration + message + retry(run, end));
    }

    private static String retry(Run run, RunEnd end) {
        return run.nextRetryAt() == null
                ? ""
                : "; tried again in " + seconds(Duration.between(end.at(), run.nextRetryAt()));
    }

    private static String name(Run run) {
        String replica = run.replicaIndex() == 0 ? "" : "#" + run.replicaIndex();
        return "task=" + run.taskName() + replica + " run=" + run.id();
    }

    private static String attempt(Run run) {
        return run.origin().retryAttempt() == 0 ? "" : " retry=" + run.origin().retryAttempt();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3fs", duration.toMillis() / 1000.0);
    }
}
