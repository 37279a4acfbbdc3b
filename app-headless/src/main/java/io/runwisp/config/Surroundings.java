package io.runwisp.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration may refer to outside its files.
 *
 * @param environment the variables of the process
 * @param workingDirectory where relative paths on the command line start
 * @param hostZone the zone of the machine, UTC where it cannot be told
 * @param hostName what {@code ${HOSTNAME}} falls back to; looked up when it is asked for, because that can take long
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory, ZoneId hostZone,
        java.util.function.Supplier<String> hostName) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of the running process. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), Path.of("").toAbsolutePath(), zoneOfTheHost(),
                Surroundings::nameOfTheHost);
    }

    /** A variable as a substitution sees it: {@code HOSTNAME} is there even where the environment lacks it. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null && name.equals("HOSTNAME") ? hostName.get() : value;
    }

    /** The home directory of the user. */
    public Path home() {
        String home = environment.get("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home", "/") : home);
    }

    private static ZoneId zoneOfTheHost() {
        try {
            ZoneId zone = ZoneId.systemDefault();
            return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : ZoneId.of("UTC");
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    private static String nameOfTheHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
