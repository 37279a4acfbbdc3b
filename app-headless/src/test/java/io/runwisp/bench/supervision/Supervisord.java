package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** supervisord as Debian packages it. It has no delay that can be chosen: a service that was up is restarted at its next round. */
final class Supervisord implements Contender {

    @Override
    public String name() {
        return "supervisord";
    }

    @Override
    public boolean hasDelay() {
        return false;
    }

    @Override
    public List<Program> programs() {
        return List.of(new Program("supervisord", "deb", "supervisor python3-pkg-resources"));
    }

    @Override
    public LinuxProcess start(Family family, Path place, List<Service> services) throws IOException {
        StringBuilder text = new StringBuilder("""
            [supervisord]
            nodaemon=true
            logfile=%1$s/supervisord.log
            pidfile=%1$s/supervisord.pid
            childlogdir=%1$s
            minfds=1024
            """.formatted(place));
        for (Service service : services) {
            text.append("""
                [program:%s]
                command=/bin/bash %s
                numprocs=%d
                process_name=%%(program_name)s_%%(process_num)02d
                startsecs=0
                autorestart=true
                stopwaitsecs=%d
                redirect_stderr=true
                stdout_logfile_maxbytes=0
                stdout_logfile=%s/%%(program_name)s_%%(process_num)02d.log
                """
                .formatted(service.name(), service.script(), service.replicas(), service.grace().toSeconds(), place));
        }
        Path configuration = place.resolve("supervisord.conf");
        Files.writeString(configuration, text);
        List<String> command = List.of("supervisord", "-n", "-c", configuration.toString());
        return new LinuxProcess(family.start(place, Map.of(), command).pid());
    }
}
