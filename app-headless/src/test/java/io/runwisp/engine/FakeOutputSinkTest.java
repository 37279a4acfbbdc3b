package io.runwisp.engine;

import io.runwisp.engine.OutputSink.Log;
import io.runwisp.model.RunId;
import java.util.List;

class FakeOutputSinkTest extends OutputSinkContract {

    private final FakeOutputSink sink = new FakeOutputSink();

    @Override
    protected OutputSink sink() {
        return sink;
    }

    @Override
    protected List<String> lines(RunId run, Log log) {
        return sink.lines(run);
    }

    @Override
    protected void freeBytes(long bytes) {
        sink.freeBytes(bytes);
    }
}
