package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** PM2 of npm, with its daemon in the background as its users run it. */
final class Pm2 implements Contender {

    private static final Duration START = Duration.ofMinutes(1);

    private final Map<Path, Path> homes = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "PM2";
    }

    @Override
    public List<Program> programs() {
        return List.of(new Program("node", "apt", "nodejs"), new Program("npm", "apt", "npm"),
                new Program("pm2", "npm", "pm2@7.0.4"));
    }

    @Override
    public LinuxProcess start(Family family, Path place, List<Service> services)
            throws IOException, InterruptedException {
        Path ecosystem = place.resolve("ecosystem.json");
        Files.writeString(ecosystem,
                services.stream()
                    .map(service -> app(place, service))
                    .collect(Collectors.joining(",", "{\"apps\":[", "]}")));
        Path home = homes.get(place);
        if (home == null) {
            home = family.shortDirectory();
            homes.put(place, home);
        }
        List<String> command = services.isEmpty() ? List.of("pm2", "ping")
                : List.of("pm2", "start", ecosystem
                    .toString());
        Process client = family.start(place, Map.of("PM2_HOME", home.toString()), command);
        if (!client.waitFor(START.toSeconds(), TimeUnit.SECONDS) || client.exitValue() != 0) {
            throw new NotMeasured("pm2 start: " + Files.readString(place.resolve("pm2.out")));
        }
        return new LinuxProcess(Long.parseLong(Files.readString(home.resolve("pm2.pid")).strip()));
    }

    private static String app(Path place, Service service) {
        Path log = place.resolve(service.name() + ".log");
        return """
            {"name": "%s", "script": "/bin/bash", "args": ["%s"], "interpreter": "none", "exec_mode": "fork",
             "instances": %d, "restart_delay": %d, "kill_timeout": %d, "max_restarts": 1000000,
             "out_file": "%s", "error_file": "%s", "merge_logs": true}
            """.formatted(service.name(), service.script(), service.replicas(), service.delay().toMillis(),
                service.grace().toMillis(), log, log);
    }
}
