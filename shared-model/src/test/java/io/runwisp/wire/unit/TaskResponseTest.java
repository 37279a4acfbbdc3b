package io.runwisp.wire.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.runwisp.wire.json.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskResponseTest {

    private static final RunRules RULES = new RunRules(null, Duration.ofSeconds(5), "SIGTERM", "always", 1024L,
            "drop_old", null, null, List.of(), List.of(), null, null, null, null);

    @Test
    void aServiceIsOneObjectWithItsReplicasAndNothingOfATask() {
        Instant at = Instant.parse("2026-11-20T02:30:00Z");
        ReplicaStatus replica = new ReplicaStatus(0, "restarting", null, at, 2, at.plusSeconds(4),
                new ReplicaExit("01JC7ZJ3R8Q6WX4T5N0V1B2C3D", "failed", 1, at));
        TaskResponse api = new TaskResponse("api", "service", "Services", "answers", true,
                new UnitNow("restarting", false, List.of(replica), null, 0, null, null, null), RULES, null,
                new ServiceRules(1, Duration.ofSeconds(1), "exponential", null, null, true, 0, List.of("db"), true));
        String json = """
            {"name":"api","kind":"service","group":"Services","description":"answers","api_trigger":true,
            "state":"restarting","stopped":false,"replicas":[
            {"index":0,"state":"restarting","since":"2026-11-20T02:30:00.000Z","attempt":2,
            "next_start_at":"2026-11-20T02:30:04.000Z",
            "last_exit":{"run_id":"01JC7ZJ3R8Q6WX4T5N0V1B2C3D","end_reason":"failed","exit_code":1,
            "at":"2026-11-20T02:30:00.000Z"}}],"queued":0,
            "graceful_stop":5000000000,"stop_signal":"SIGTERM","restart":"always","log_max_size":1024,
            "log_on_full":"drop_old","notify_on_failure":[],"notify_on_success":[],
            "instances":1,"restart_delay":1000000000,"restart_backoff":"exponential","autostart":true,"priority":0,
            "depends_on":["db"],"health_checked":true}""".replace("\n", "");
        assertEquals(json, WireJson.text(api));
        TaskResponse again = WireJson.read(TaskResponse.class, json);
        assertEquals(api, again);
        assertNull(again.task());
    }
}
