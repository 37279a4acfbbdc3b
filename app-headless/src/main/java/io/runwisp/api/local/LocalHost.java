package io.runwisp.api.local;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.host.HostSampler;
import io.runwisp.api.host.Uptime;
import io.runwisp.client.HostOperations;
import io.runwisp.config.Config;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalState;
import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.daemon.Capability;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.daemon.SystemStats;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The daemon and its machine, answered in this process. Who may ask is for the routes to decide. */
public final class LocalHost implements HostOperations {

    private static final String APP = "runwisp";

    private final Facts facts;
    private final Parts parts;

    /**
     * What stays as it is while the daemon lives.
     *
     * @param host the name of the machine
     * @param workDir the directory that the daemon was started in
     */
    public record Facts(String version, String fingerprint, int port, long pid, Path dataDir, boolean authDisabled,
            String host, Path workDir) {
    }

    /**
     * What it asks.
     *
     * @param stopping whether the daemon is about to end
     * @param reload takes the configuration anew
     * @param tickets makes tickets that let a browser in
     */
    public record Parts(ConfigInForce config, RunJournal journal, HostSampler sampler, Uptime uptime,
            BooleanSupplier stopping, Function<ReloadRequest, ReloadResult> reload, Supplier<String> tickets) {
    }

    /** A daemon of these facts and parts. */
    public LocalHost(Facts facts, Parts parts) {
        this.facts = facts;
        this.parts = parts;
    }

    @Override
    public Instance instance() {
        return new Instance(APP, facts.version(), facts.fingerprint(), facts.pid(), facts.dataDir().toString(),
                parts.config().config().file().toString());
    }

    @Override
    public DaemonInfo info() {
        Config config = parts.config().config();
        String stalled = stalled();
        return new DaemonInfo(facts.version(), facts.fingerprint(), facts.port(), false,
                config.units().values().stream().map(UnitBrief::of).toList(),
                List.of(new Capability("shell", true)), stalled == null && !parts.stopping().getAsBoolean(), stalled,
                facts.authDisabled(), parts.config().loadedAt(), parts.config().isStale(), config.zone().getId(),
                config.zoneOrigin());
    }

    private @Nullable String stalled() {
        return parts.journal().state() instanceof RunJournalState.Stalled(String reason) ? reason : null;
    }

    @Override
    public SystemStats system() {
        MetricsSample sample = parts.sampler().latest();
        return new SystemStats(sample.cpu(), sample.mem(), sample.memTotal(), sample.memUsed(), parts.uptime().text(),
                facts.version(), APP, Runtime.getRuntime().availableProcessors(), facts.host(),
                System.getProperty("os.name", ""), System.getProperty("os.arch", ""), facts.workDir().toString());
    }

    @Override
    public List<MetricsSample> systemHistory() {
        return parts.sampler().history();
    }

    @Override
    public ReloadResult reload(ReloadRequest request) {
        return parts.reload().apply(request);
    }

    @Override
    public LaunchTicket launchTicket() {
        return new LaunchTicket(parts.tickets().get());
    }
}
