package io.runwisp.client.http;

import io.runwisp.client.HostOperations;
import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import java.time.Duration;
import java.util.List;

/** The daemon and its machine, over HTTP. */
record HttpHost(Channel channel) implements HostOperations {

    /** A reload reads files and starts services anew. */
    private static final Duration RELOADING = Duration.ofSeconds(60);

    @Override
    public Instance instance() {
        return channel.ask(Instance.class, Ask.get("/api/instance"));
    }

    @Override
    public DaemonInfo info() {
        return channel.ask(DaemonInfo.class, Ask.get("/api/info"));
    }

    @Override
    public SystemStats system() {
        return channel.ask(SystemStats.class, Ask.get("/api/system"));
    }

    @Override
    public List<MetricsSample> systemHistory() {
        return channel.askList(MetricsSample.class, Ask.get("/api/system/history"));
    }

    @Override
    public ReloadResult reload(ReloadRequest request) {
        return channel.ask(ReloadResult.class, Ask.post("/api/reload", request).patient(RELOADING));
    }

    @Override
    public LaunchTicket launchTicket() {
        return channel.ask(LaunchTicket.class, Ask.post("/api/auth/launch-ticket"));
    }
}
