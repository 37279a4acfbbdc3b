package io.runwisp.engine.simulation;

import io.runwisp.engine.EventText;
import io.runwisp.model.Run;
import org.jspecify.annotations.Nullable;

/** Payloads that a check can read: the run and its outcome. */
final class PlainTexts implements EventText {

    @Override
    public String ofRun(Run run, @Nullable String error) {
        return "run " + run.id() + " " + run.outcome();
    }

    @Override
    public String ofUnit(String unit, String text) {
        return "unit " + unit + " " + text;
    }
}
