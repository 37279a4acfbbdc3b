package io.runwisp.daemon.life;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.host.Health;
import io.runwisp.api.host.HostSampler;
import io.runwisp.api.host.OwnProcess;
import io.runwisp.api.host.ProcFiles;
import io.runwisp.api.host.Uptime;
import io.runwisp.api.local.JournalPen;
import io.runwisp.api.local.LocalBell;
import io.runwisp.api.local.LocalHost;
import io.runwisp.api.metrics.MetricsPage;
import io.runwisp.engine.RunJournal;
import io.runwisp.store.RunStore;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import io.runwisp.wire.event.SystemEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What a daemon says about itself, its machine and its bell. From here on samples are taken. */
record HostParts(LocalHost host, LocalBell bell, Health health, MetricsPage figures) {

    /**
     * What other parts do for it.
     *
     * @param subscribers how many listen to events
     * @param announce tells them what the machine does
     */
    record Others(ConfigInForce config, Function<ReloadRequest, ReloadResult> reload, Supplier<String> tickets,
            BooleanSupplier stopping, IntSupplier subscribers, Consumer<SystemEvent> announce) {
    }

    static HostParts of(LocalHost.Facts facts, StoreDatabase database, Machinery machinery, Clocks clocks,
            Others others) {
        RunStore store = database.store();
        RunJournal journal = store.journal();
        Uptime uptime = Uptime.of(clocks.monotonic());
        HostSampler sampler = new HostSampler(new ProcFiles(), clocks.wall(), database.timer()::after,
                sample -> tell(sample, uptime, others));
        sampler.start();
        return new HostParts(
                new LocalHost(facts,
                        new LocalHost.Parts(others.config(), journal, sampler, uptime, others.stopping(),
                                others.reload(), others.tickets())),
                new LocalBell(store.notices(), new JournalPen(journal), clocks.wall()),
                new Health(machinery::sinceTurn, journal::state),
                new MetricsPage(new MetricsPage.Sources(facts.version(), () -> others.config().config(),
                        store.totals(), store.notices(), journal, sampler, new OwnProcess(), uptime,
                        machinery::sinceTurn, machinery::faults, others.subscribers()), clocks.monotonic()));
    }

    private static void tell(MetricsSample sample, Uptime uptime, Others others) {
        if (others.subscribers().getAsInt() > 0) {
            others.announce().accept(new SystemEvent(sample, uptime.text()));
        }
    }
}
