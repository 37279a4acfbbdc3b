package io.runwisp.daemon;

import java.util.List;
import java.util.function.Consumer;
import sun.misc.Signal;

/**
 * What the operating system tells this process. The JVM would end on these signals by itself, with a code of its own and after hooks that run in no order; a
 * handler leaves the end to the program, and hears the second one too.
 */
public final class Signals {

    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private Signals() {
    }

    /** From now on these signals are only told, by their names, by a thread of the JVM: what hears them must return at once. */
    public static void hear(Consumer<String> told) {
        for (String name : NAMES) {
            listen(name, told);
        }
    }

    @SuppressWarnings("sunapi")
    private static void listen(String name, Consumer<String> told) {
        try {
            Signal.handle(new Signal(name), signal -> told.accept("SIG" + signal.getName()));
        } catch (IllegalArgumentException e) {
            // Under nohup SIGHUP is ignored and stays so; the JVM under -Xrs keeps its hands off all of them.
        }
    }
}
