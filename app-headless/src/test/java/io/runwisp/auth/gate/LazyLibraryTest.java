package io.runwisp.auth.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.request.Requests;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A quiet daemon must not pay for a library that only logins need. */
class LazyLibraryTest {

    private static final String LIBRARY = "io.jsonwebtoken.";

    /** Loads everything anew and remembers what. */
    private static final class RecordingClassLoader extends URLClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        RecordingClassLoader() {
            super(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RecordingClassLoader::url)
                .toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String entry) {
            try {
                return new File(entry).toURI().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException("an entry of the class path is a file: " + entry, e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }

        boolean hasLibrary() {
            return loaded.stream().anyMatch(name -> name.startsWith(LIBRARY));
        }
    }

    /** What is lived inside the other loader: a word in, the number of answers out. */
    public static final class Life implements Function<String, Integer> {

        private final GateWorld world = new GateWorld(AuthMode.REQUIRED);

        @Override
        public Integer apply(String deed) {
            Requests request = GateWorld.get().with("Cookie", "runwisp_jwt=garbage");
            return switch (deed) {
                case "wait" -> Stream.of(world.gate.screen(request.build()), world.gate.admit(request.build()),
                        world.gate.status(request.build()), world.gate.challenge(request.build()),
                        world.gate.launch(request.build(), "x", "/"), world.login(GateWorld.post(), "wrong"))
                    .toList()
                    .size();
                case "log in" -> world.token().isEmpty() ? 0 : 1;
                default -> throw new IllegalArgumentException(deed);
            };
        }
    }

    @Test
    void nothingOfItIsLoadedBeforeTheFirstLogin() throws IOException, ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (RecordingClassLoader loader = new RecordingClassLoader()) {
            // The library finds its other half through the thread.
            thread.setContextClassLoader(loader);
            live(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void live(RecordingClassLoader loader) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Function<String, Integer> life = (Function<String, Integer>) loader.loadClass(Life.class.getName())
            .getConstructor()
            .newInstance();
        assertEquals(6, life.apply("wait"));
        assertTrue(loader.loaded.contains(Gate.class.getName()), "the gate itself was loaded elsewhere");
        assertFalse(loader.hasLibrary(), () -> "loaded too early: " + loader.loaded);
        assertEquals(1, life.apply("log in"));
        assertTrue(loader.hasLibrary(), "this test would not have seen it");
        assertFalse(loader.loaded.stream().anyMatch(name -> name.startsWith("com.fasterxml.jackson.databind")),
                "the library brought its heavy JSON along");
    }
}
