package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.ProcessReport;
import io.runwisp.model.RunId;
import java.util.function.Consumer;

/** Turns what a log tells into reports. */
record LogListener(Consumer<? super ProcessReport> reports) implements OutputSink.Listener {

    @Override
    public void overflowed(RunId run) {
        reports.accept(new ProcessReport.LogOverflowed(run));
    }

    @Override
    public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
        reports.accept(new ProcessReport.DiskPressed(run, freeBytes, minFreeBytes, endRun));
    }

    @Override
    public void writeFailed(RunId run, String reason) {
        reports.accept(new ProcessReport.LogWriteFailed(run, reason));
    }
}
