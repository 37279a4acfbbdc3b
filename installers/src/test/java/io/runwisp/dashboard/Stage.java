package io.runwisp.dashboard;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What all tests of the dashboard share: one browser, and one daemon in which a few things have happened already. */
final class Stage implements AutoCloseable {

    final Chromium chromium;
    final House house;
    final Cast cast;
    private final List<Cookie> cookies;

    private Stage() throws Exception {
        chromium = new Chromium();
        house = House.open(Files.createTempDirectory("dashboard"), Cast.TOML);
        cast = new Cast(house);
        try (Tab tab = Tab.open(chromium.browser, house.url(), Look.DESKTOP)) {
            cookies = tab.login(house.password()).cookies();
        }
    }

    /** A tab of somebody who is logged in, on a screen. */
    Tab at(String path) {
        return tab(Look.DESKTOP).go(path);
    }

    /** A tab of somebody who is logged in. */
    Tab tab(Look look) {
        return Tab.open(chromium.browser, house.url(), look, cookies);
    }

    /** A tab of a stranger. */
    Tab stranger() {
        return stranger(house);
    }

    /** A tab of a stranger at another daemon. */
    Tab stranger(House other) {
        return Tab.open(chromium.browser, other.url(), Look.DESKTOP);
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        house.close();
        try (Stream<Path> files = Files.walk(house.folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Hands the stage to the tests that ask for it, and strikes it after the last of them. */
    static final class Door implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
                .getOrComputeIfAbsent(Stage.class, key -> set(), Stage.class);
        }

        private static Stage set() {
            try {
                return new Stage();
            } catch (Exception e) {
                throw new IllegalStateException("The stage could not be set: " + e.getMessage(), e);
            }
        }
    }
}
