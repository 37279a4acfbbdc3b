package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A loop in a shell: less is not possible. */
final class BareLoop implements Contender {

    private static final double MILLIS = 1000;

    @Override
    public String name() {
        return "loop in bash";
    }

    @Override
    public List<Program> programs() {
        return List.of();
    }

    @Override
    public LinuxProcess start(Family family, Path place, List<Service> services) throws IOException {
        StringBuilder script = new StringBuilder();
        for (Service service : services) {
            String pause = service.delay().isZero()
                    ? ""
                    : String.format(Locale.ROOT, "sleep %.3f;", service.delay().toMillis() / MILLIS);
            for (int replica = 0; replica < service.replicas(); replica++) {
                script.append("while :; do /bin/bash '").append(service.script()).append("';");
                script.append(pause).append(" done &\n");
            }
        }
        Path loop = place.resolve("loop.sh");
        Files.writeString(loop, script.append("wait\n"));
        return new LinuxProcess(family.start(place, Map.of(), List.of("bash", loop.toString())).pid());
    }
}
