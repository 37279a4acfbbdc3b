package io.runwisp.live;

import io.runwisp.client.DaemonEvent;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.RunRules;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.UnitNow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a daemon in a test has. */
final class Things {

    private static final Instant BEGINNING = Instant.parse("2026-11-20T02:30:00Z");
    private static final RunRules RULES = new RunRules(null, null, null, null, null, null, null, null, List.of(),
            List.of(), null, null, null, null);

    private Things() {
    }

    static DaemonInfo info(String fingerprint) {
        return new DaemonInfo("1", fingerprint, 9477, false, List.of(), List.of(), true, null, false, BEGINNING, false,
                "UTC", "config");
    }

    static TaskResponse task(String name, String state, int queued, @Nullable Run last) {
        return new TaskResponse(name, "task", "Tasks", null, true,
                new UnitNow(state, false, List.of(), null, queued, null, null, last), RULES, null, null);
    }

    static Run run(long number, String task, String status) {
        boolean over = status.equals("ended");
        return new Run(id(number), task, status, over ? "success" : null, 0, null, null, "api",
                BEGINNING.plusSeconds(number), 0, null, 0, null, null, null, null, null, null, null);
    }

    static String id(long number) {
        return "01JC7ZJ3R8Q6WX4T5N%08d".formatted(number);
    }

    static DaemonEvent told(Run run) {
        EventName name = switch (run.status()) {
            case "pending" -> EventName.RUN_CREATED;
            case "running" -> EventName.RUN_STARTED;
            default -> EventName.RUN_COMPLETED;
        };
        return new DaemonEvent.RunChanged(name, new RunEvent(run, null));
    }

    static DaemonEvent told(TaskResponse unit) {
        return new DaemonEvent.UnitChanged(new UnitEvent(unit.name(), "changed", unit));
    }
}
