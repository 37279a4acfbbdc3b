package io.runwisp.client.http;

import io.runwisp.client.UnitOperations;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.wire.Message;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Upcoming;
import io.runwisp.wire.unit.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks and services, over HTTP. */
record HttpUnits(Channel channel) implements UnitOperations {

    @Override
    public List<TaskResponse> tasks() {
        return channel.askList(TaskResponse.class, Ask.get("/api/tasks"));
    }

    @Override
    public Run trigger(String task, TriggerRequest request, @Nullable Duration wait) {
        Query path = new Query(Ask.unit(task) + "/trigger").with("wait", wait != null)
            .with("wait_timeout", wait == null ? null : wait.toSeconds());
        return channel.ask(Run.class, Ask.post(path.toString(), request).patient(wait == null ? Duration.ZERO : wait));
    }

    @Override
    public Message start(String service) {
        return verb(service, "start");
    }

    @Override
    public Message restart(String service) {
        return verb(service, "restart");
    }

    @Override
    public Message stop(String unit) {
        return verb(unit, "stop");
    }

    @Override
    public Message pause(String task) {
        return verb(task, "pause");
    }

    @Override
    public Message resume(String task) {
        return verb(task, "resume");
    }

    @Override
    public Why why(String unit, @Nullable Instant at) {
        return channel.ask(Why.class, Ask.get(new Query(Ask.unit(unit) + "/why").with("at", at).toString()));
    }

    @Override
    public Upcoming upcoming(UpcomingQuery query) {
        return channel.ask(Upcoming.class, Ask.get(new Query("/api/upcoming").with("from", query.from())
            .with("to", query.to())
            .with("limit", query.limit())
            .toString()));
    }

    private Message verb(String unit, String verb) {
        return channel.ask(Message.class, Ask.post(Ask.unit(unit) + "/" + verb));
    }
}
