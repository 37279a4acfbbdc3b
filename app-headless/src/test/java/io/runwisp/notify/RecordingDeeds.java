package io.runwisp.notify;

import io.runwisp.model.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what the desk had done. */
final class RecordingDeeds implements Deeds {

    private final List<Memory.Waiting> sent = new ArrayList<>();
    private final List<Happening> rung = new ArrayList<>();
    private final List<Happening> hooked = new ArrayList<>();
    private final List<String> pinged = new ArrayList<>();

    @Override
    public void send(String token, Alert alert) {
        sent.add(new Memory.Waiting(token, alert));
    }

    @Override
    public void ring(Happening happening) {
        rung.add(happening);
    }

    @Override
    public void hook(Happening happening, @Nullable Run run) {
        hooked.add(happening);
    }

    @Override
    public void ping(Run run, Happening happening) {
        pinged.add(happening.news().kind().word());
    }

    List<Memory.Waiting> sent() {
        return sent;
    }

    List<Happening> rung() {
        return rung;
    }

    List<Happening> hooked() {
        return hooked;
    }

    List<String> pinged() {
        return pinged;
    }

    /** What was sent since the last time, as {@code token: title} and {@code ×count} where it tells of several. */
    List<String> texts() {
        List<String> texts = sent.stream()
            .map(one -> one.token() + ": " + one.alert().title()
                    + (one.alert().count() == 1 ? "" : " ×" + one.alert().count()))
            .toList();
        sent.clear();
        return texts;
    }
}
