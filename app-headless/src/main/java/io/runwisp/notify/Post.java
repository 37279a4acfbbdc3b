package io.runwisp.notify;

import io.runwisp.bell.Fingerprint;
import io.runwisp.bell.NoticeWords;
import io.runwisp.bell.RunNews;
import io.runwisp.config.Config;
import io.runwisp.config.Notifier;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.model.UnitKind;
import io.runwisp.notify.channel.Channel;
import io.runwisp.notify.channel.Channels;
import io.runwisp.notify.channel.Message;
import io.runwisp.notify.hook.HookDesk;
import io.runwisp.notify.hook.HookEvent;
import io.runwisp.notify.http.WebSender;
import io.runwisp.notify.ping.HttpMonitor;
import io.runwisp.notify.ping.Ping;
import io.runwisp.notify.ping.PingDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out what the desk decides: couriers, the bell, hooks and pings. Any thread; nothing of it waits but its end. */
final class Post implements Deeds, Courier.Terms {

    /** So many lines a monitor is told. */
    private static final int PING_LINES = 20;
    private static final Set<EndReason> WELL_IF_NO_FAILURE = Set.of(EndReason.SUCCESS, EndReason.FAILED);

    /** What follows from a configuration. */
    private record Force(Config config, RetryPlan retries, Messages messages, Map<String, Notifier> notifiers,
            Map<String, Channel> open) {
    }

    private final RouterParts parts;
    private final Runnable moved;
    private final WebSender sender = new WebSender();
    private final Channels channels;
    private final HookDesk hooks;
    private final PingDesk pings;
    private final Map<String, Courier> couriers = new HashMap<>();
    private volatile Force force;

    Post(RouterParts parts, Runnable moved) {
        this.parts = parts;
        this.moved = moved;
        this.channels = new Channels(parts.commands(), sender, parts.wall());
        this.hooks = new HookDesk(parts.config(), parts.commands(), parts.log());
        this.pings = new PingDesk(parts.config(), new HttpMonitor(sender), parts.log(), moved);
        this.force = force(parts.config());
    }

    void follow(Config config) {
        force = force(config);
        hooks.follow(config);
        pings.follow(config);
    }

    private Force force(Config config) {
        Map<String, Notifier> notifiers = new HashMap<>();
        config.notifications().notifiers().forEach(notifier -> notifiers.put(notifier.id(), notifier));
        Message.Sender sender = new Message.Sender(parts.source().instance(), parts.source().fingerprint(),
                config.zone());
        return new Force(config, new RetryPlan(config.notifications().settings().value(NotifyKeys.RETRY_BUDGET)),
                new Messages(sender, config.daemon().daemon().get(DaemonKeys.EXTERNAL_URL),
                        parts.runs()::findDeletedToo, parts.lines()),
                notifiers, new HashMap<>());
    }

    PingDesk pings() {
        return pings;
    }

    @Override
    public void send(String token, Alert alert) {
        Courier courier;
        synchronized (couriers) {
            courier = couriers.computeIfAbsent(token, name -> new Courier(name, this, parts.monotonic()));
        }
        courier.line().offer(alert);
    }

    /** What no channel has taken yet. */
    List<Memory.Waiting> waiting() {
        List<Memory.Waiting> waiting = new ArrayList<>();
        synchronized (couriers) {
            couriers.forEach((token, courier) -> courier.line()
                .waiting()
                .forEach(alert -> waiting.add(new Memory.Waiting(token, alert))));
        }
        return waiting;
    }

    @Override
    public @Nullable Channel channel(String token) {
        Force now = force;
        Target target = Target.of(token);
        Notifier notifier = now.notifiers().get(target.id());
        if (notifier == null) {
            return null;
        }
        synchronized (now.open()) {
            return now.open().computeIfAbsent(token, _ -> channels.open(notifier, target.detail()));
        }
    }

    @Override
    public RetryPlan retries() {
        return force.retries();
    }

    @Override
    public Function<Alert, Message> messages() {
        return force.messages();
    }

    @Override
    public void failed(String token, Alert alert, String cause) {
        String about = alert.unit().isEmpty() ? alert.kind() : alert.kind() + " of " + alert.unit();
        parts.warn("notifier " + token + " could not deliver " + about + ": " + cause);
        RunNews news = RunNews.news(EventKind.NOTIFY_DELIVERY_FAILED, EventSeverity.WARN, "could not deliver");
        String title = "notifier " + token + " " + news.verb();
        Alert.OfRun run = alert.run();
        Instant now = parts.wall().now();
        String sentence = NoticeWords.sentence(about + ": " + cause);
        ring(new Occurrence(Fingerprint.of(token, news.kind(), alert.kind()), news.kind(), news.severity(),
                alert.unit(), run == null ? "" : run.id(), title, sentence, now));
        hook(new Happening(news, false, "", Alert.plain(news, alert.unit(), alert.unitKind(), title, sentence, now)),
                null);
    }

    @Override
    public void dropped(String token, Alert alert) {
        parts.warn("notifier " + token + " is too slow: " + alert.title() + " was dropped, because "
                + Courier.MOST_WAITING + " messages wait");
    }

    @Override
    public void moved() {
        moved.run();
    }

    @Override
    public void ring(Happening happening) {
        Alert alert = happening.alert();
        if (parts.bell().wants(happening.news(), alert.unit())) {
            Alert.OfRun run = alert.run();
            ring(new Occurrence(happening.fingerprint(), happening.news().kind(), alert.severity(), alert.unit(),
                    run == null ? "" : run.id(), alert.title(), alert.sentence(), alert.at()));
        }
    }

    private void ring(Occurrence occurrence) {
        RunJournal.Admission admission = parts.bell().ring(occurrence, new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                // Nothing waits for it.
            }

            @Override
            public void refused(String reason) {
                parts.warn("the bell could not be rung: " + reason);
            }
        });
        if (admission != RunJournal.Admission.ACCEPTED) {
            parts.warn("the bell could not be rung, because the journal is " + admission + ": " + occurrence.title());
        }
    }

    @Override
    public void hook(Happening happening, @Nullable Run run) {
        Alert alert = happening.alert();
        String unit = alert.unit().isEmpty() ? null : alert.unit();
        if (hooks.wants(happening.news().matched(), unit)) {
            hooks.happened(new HookEvent(alert.kind(), alert.at(), alert.severity(), unit, alert.unitKind(),
                    alert.title(), alert.sentence(), run == null ? null : io.runwisp.wire.run.Run.of(run),
                    parts.source()), happening.news().matched());
        }
    }

    /** Something about the daemon itself, which hooks alone hear of. */
    void daemon(EventKind kind, String sentence) {
        hook(Happening.plain(kind, EventSeverity.INFO, "", null, kind.word().substring(kind.word().indexOf('.') + 1),
                sentence, parts.wall().now()), null);
    }

    /** A replica was started again, which hooks alone hear of. */
    void restarted(String unit, String sentence, Instant at) {
        hook(Happening.plain(EventKind.SERVICE_RESTARTED, EventSeverity.INFO, unit, UnitKind.SERVICE,
                "is started again", NoticeWords.sentence(sentence), at), null);
    }

    @Override
    public void ping(Run run, Happening happening) {
        if (!pings.wants(run.taskName())) {
            return;
        }
        Ping.Signal signal = signal(run, happening);
        if (signal != null) {
            pings.send(new Ping(run.taskName(), signal, run.id().text(), happening.alert().at(),
                    signal == Ping.Signal.FAIL ? told(run, happening) : ""));
        }
    }

    private static Ping.@Nullable Signal signal(Run run, Happening happening) {
        if (happening.news().kind() == EventKind.RUN_STARTED) {
            return Ping.Signal.START;
        }
        boolean ran = run.start() != null || run.end() != null && run.end().reason() == EndReason.FAILED;
        if (run.end() == null || !ran) {
            // What was left out, missed or found no place is noticed by the monitor, because no ping comes.
            return null;
        }
        if (happening.failure()) {
            return Ping.Signal.FAIL;
        }
        return WELL_IF_NO_FAILURE.contains(run.end().reason()) ? Ping.Signal.SUCCESS : null;
    }

    private String told(Run run, Happening happening) {
        List<String> text = new ArrayList<>();
        text.add(happening.alert().title() + ". " + happening.alert().sentence());
        text.addAll(parts.lines().of(run, PING_LINES));
        return String.join("\n", text);
    }

    /** Gives everything a while, and ends. */
    void close(Duration longest, Duration hooksLongest, long begun) throws InterruptedException {
        List<Courier> all;
        synchronized (couriers) {
            all = List.copyOf(couriers.values());
        }
        Duration left = left(longest, begun);
        for (Courier courier : all) {
            left = courier.line().drain(left);
        }
        all.forEach(courier -> courier.line().close());
        pings.close(left(longest, begun));
        sender.close();
        hooks.close(left(hooksLongest, begun));
    }

    private Duration left(Duration longest, long begun) {
        Duration left = longest.minusNanos(parts.monotonic().nanos() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
