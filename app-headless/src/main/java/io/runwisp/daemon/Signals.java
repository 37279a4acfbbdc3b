package io.runwisp.daemon;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the operating system tells this process. The JVM would end on these signals by itself, with a code of its own and after hooks that run in no order; a
 * handler leaves the end to the program, and hears the second one too.
 *
 * <p>The class of the JDK for this is not part of its documented interface, and the compiler refuses to hear of it: so it is found by name.
 */
public final class Signals {

    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private Signals() {
    }

    /**
     * From now on these signals are only told, by their names, by a thread of the JVM: what hears them must return at once.
     *
     * @throws IllegalStateException when this JVM cannot do that
     */
    public static void hear(Consumer<String> told) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler hears = (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "handle" -> told.accept(String.valueOf(arguments[0]));
                    case "equals" -> {
                        return System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    }
                    case "hashCode" -> {
                        return System.identityHashCode(proxy);
                    }
                    default -> {
                        return "Signals";
                    }
                }
                return null;
            };
            Object listener = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[]{handler}, hears);
            for (String name : NAMES) {
                Object one = signal.getConstructor(String.class).newInstance(name);
                listen(() -> signal.getMethod("handle", signal, handler).invoke(null, one, listener));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM cannot hear signals: it lacks the module jdk.unsupported", e);
        }
    }

    private interface Listening {

        Object begin() throws ReflectiveOperationException;
    }

    private static void listen(Listening listening) throws ReflectiveOperationException {
        try {
            var _ = listening.begin();
        } catch (InvocationTargetException e) {
            // Refused is a signal that the JVM needs itself, as all of these under -Xrs: then it ends the program its own way.
            if (!(Objects.requireNonNull(e.getCause()) instanceof IllegalArgumentException)) {
                throw e;
            }
        }
    }
}
