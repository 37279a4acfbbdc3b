package io.runwisp.output;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSinkContract;
import io.runwisp.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileOutputSinkTest extends OutputSinkContract {

    @TempDir
    private Path directory;
    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(directory);
    }

    @Override
    protected OutputSink sink() {
        return bench.sink;
    }

    @Override
    protected List<String> lines(RunId run, Log log) {
        try {
            bench.written(log).check();
            return bench.written(log).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void freeBytes(long bytes) {
        bench.disk.freeBytes(bytes);
    }
}
