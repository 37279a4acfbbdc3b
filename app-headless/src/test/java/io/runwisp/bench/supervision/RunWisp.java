package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The assembled program, started by its launcher. */
final class RunWisp implements Contender {

    /** The program itself, as something that has to be there. */
    static final Program IMAGE = new Program("runwisp", "image", "runwisp");

    @Override
    public String name() {
        return "RunWisp";
    }

    @Override
    public List<Program> programs() {
        return List.of(IMAGE);
    }

    @Override
    public LinuxProcess start(Family family, Path place, List<Service> services) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Service service : services) {
            text.append("""
                [services.%s]
                run = "exec /bin/bash '%s'"
                instances = %d
                restart_delay = "%dms"
                restart_backoff = "constant"
                graceful_stop = "%ds"
                log_max_size = "4gb"
                """.formatted(service.name(), service.script(), service.replicas(), service.delay().toMillis(),
                    service.grace().toSeconds()));
        }
        return start(family, place, text.toString());
    }

    /** Starts it on a configuration. */
    static LinuxProcess start(Family family, Path place, String configuration) throws IOException {
        Path file = place.resolve("runwisp.toml");
        Files.writeString(file, configuration);
        List<String> command = List.of("runwisp", "daemon", "--config", file.toString(), "--data",
                data(place).toString());
        return new LinuxProcess(family.start(place, Map.of(), command).pid());
    }

    static Path data(Path place) {
        return place.resolve("data");
    }
}
