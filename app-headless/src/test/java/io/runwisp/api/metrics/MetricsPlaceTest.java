package io.runwisp.api.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.Loading;
import io.runwisp.config.grammar.HostPorts.HostPort;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPlaceTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void figuresAreOffUnlessTheFileWantsThem() {
        assertEquals(new MetricsPlace.Nowhere(), place(""));
        assertEquals(new MetricsPlace.Nowhere(), place("metrics_enabled = false"));
        assertEquals(new MetricsPlace.WithTheApi(), place("metrics_enabled = true"));
    }

    @Test
    void anAddressOfTheirOwnSwitchesThemOn() {
        assertEquals(new MetricsPlace.Alone(new HostPort("::1", 9478)), place("metrics_listen = '[::1]:9478'"));
        assertEquals(new MetricsPlace.Alone(new HostPort("", 0)),
                place("metrics_enabled = true\nmetrics_listen = ':0'"));
    }

    private MetricsPlace place(String lines) {
        return MetricsPlace.of(Loading.in(directory).valid("[daemon]\n" + lines + "\n"));
    }
}
