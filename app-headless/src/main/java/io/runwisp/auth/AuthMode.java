package io.runwisp.auth;

import io.runwisp.data.Refusal;
import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;

/** Whether the daemon asks who is there, as {@code RUNWISP_AUTH} says. */
public enum AuthMode {

    /** Everything but the way in needs a login. */
    REQUIRED,
    /** Whoever reaches the port may do everything. */
    OFF;

    /** The variable that opens the door; it knows one word. */
    public static final String VARIABLE = "RUNWISP_AUTH";

    private static final String OFF_WORD = "off";
    private static final int LONGEST_SHOWN = 40;

    /** What became of reading the variable. */
    public sealed interface Resolution {
    }

    /** This holds until the daemon ends. */
    public record Resolved(AuthMode mode) implements Resolution {
    }

    /** The daemon must not start like this. */
    public record Refused(Refusal refusal) implements Resolution {
    }

    /**
     * Reads the variable.
     *
     * @param host what the daemon will listen on; empty means every interface
     * @param insecure whether {@code --insecure} was given
     */
    public static Resolution resolve(Map<String, String> environment, String host, boolean insecure) {
        String word = environment.getOrDefault(VARIABLE, "");
        if (word.isEmpty()) {
            return new Resolved(REQUIRED);
        }
        if (!word.equals(OFF_WORD)) {
            return refused(VARIABLE + " is " + shown(word) + ", and the only word it knows is off.",
                    "Unset it to have people log in, or set it to off to let everybody in.");
        }
        if (!environment.getOrDefault(PasswordSource.VARIABLE, "").isEmpty()) {
            return refused(VARIABLE + " is off, and " + PasswordSource.VARIABLE + " sets a password.",
                    "One of the two is a mistake: unset " + VARIABLE
                            + " to have people log in with that password, or unset "
                            + PasswordSource.VARIABLE + " to let everybody in.");
        }
        if (!isLoopback(host) && !insecure) {
            return refused(VARIABLE + " is off, and " + (host.isEmpty() ? "every interface" : host)
                    + " can be reached from other machines.",
                    "Listen on --host 127.0.0.1, or unset " + VARIABLE
                            + ". If everybody who reaches this port may run every "
                            + "task on this machine, add --insecure.");
        }
        return new Resolved(OFF);
    }

    /** Whether only this machine reaches what listens there. A name other than localhost is not looked up: it may be any. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || IpLiterals.read(name).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static String shown(String word) {
        String visible = word.replaceAll("[^ -~]", "?");
        return "\"" + (visible.length() <= LONGEST_SHOWN ? visible : visible.substring(0, LONGEST_SHOWN) + "…") + "\"";
    }

    private static Refused refused(String title, String detail) {
        return new Refused(new Refusal(title, detail));
    }
}
