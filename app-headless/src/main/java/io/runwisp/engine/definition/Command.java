package io.runwisp.engine.definition;

import io.runwisp.config.language.EnvironmentBase;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be executed, and as whom: everything about a process that stands in the configuration.
 *
 * @param shell an absolute path; gets {@code -e -c} where it is known to take {@code -e}, else {@code -c}
 * @param script the script, parameters appended
 * @param workingDir absolute, or beginning with {@code ~} for the home of {@code user}; null for that of the daemon
 * @param base what the environment begins with
 * @param environment the variables over it, secret ones included
 * @param user {@code user} or {@code user:group}, names or numbers; null for that of the daemon
 * @param umask four octal digits; null for that of the daemon
 */
public record Command(String shell, String script, @Nullable String workingDir, EnvironmentBase base,
        SortedMap<String, String> environment, @Nullable String user, @Nullable String umask) {

    public Command {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** The same with another script and more variables. */
    public Command with(String newScript, SortedMap<String, String> over) {
        SortedMap<String, String> all = new TreeMap<>(environment);
        all.putAll(over);
        return new Command(shell, newScript, workingDir, base, all, user, umask);
    }

    /** Shows the names of variables only. */
    @Override
    public String toString() {
        return "Command[shell=" + shell + ", workingDir=" + workingDir + ", base=" + base + ", environment="
                + environment.keySet() + ", user=" + user + ", umask=" + umask + "]";
    }
}
