package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.view.screen.ConsoleLines;
import io.runwisp.view.screen.ScreenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page knows the screens by the types that their records have. */
class ViewTypesTest {

    private static final Path FILE = Path.of("src/main/web/src/view.d.ts");

    private static final String HEAD = """
        // Written by ViewTypesTest from the records of the screens; do not edit. Write it anew by
        // mvn test -pl app-headless -am -Dtest=ViewTypesTest -Dsurefire.failIfNoSpecifiedTests=false -Dviews.write=true

        /** A time in UTC, such as 2026-11-26T02:30:00.000Z. */
        export type Instant = string;
        export type Nanoseconds = number;

        """;

    private static final String QUERIES = """
        /** What can be said about what a screen shall show. */
        export interface Queries {
        """;

    private static final String EVENTS = """

        /** The first event of a stream: what its slots are named by. */
        export interface Hello {
          connection: string;
        }

        /** What a slot shows now. Each has a greater rev than the one before. */
        export interface ViewEvent<K extends ScreenName = ScreenName> {
          slot: string;
          rev: number;
          state: Screens[K];
        }

        /** What a slot shows cannot be shown any more. The slot is free. */
        export interface GoneEvent {
          slot: string;
          problem: Problem;
        }

        """;

    /** Make it anew with -Dviews.write=true. */
    @Test
    void thePageKnowsTheScreensAsTheyAre() throws IOException {
        String types = types();
        if (Boolean.getBoolean("views.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, types);
        }
        assertEquals(types, Files.readString(FILE), "make it anew with -Dviews.write=true");
    }

    record Odd(String plain, @Nullable String absent, List<Odd> more, Object nothing) {
    }

    record Even(String plain, @Nullable String mayBeAbsent, List<Even> more) {
    }

    @Test
    void whatIsAbsentInJsonMayBeAbsentInTypeScript() {
        TypeScript types = new TypeScript();
        types.named(Even.class);
        assertEquals("""
            export interface ViewTypesTestEven {
              plain: string;
              may_be_absent?: string;
              more: ViewTypesTestEven[];
            }
            """, types.declarations());
    }

    @Test
    void whatHasNoTypeIsNotGuessed() {
        TypeScript types = new TypeScript();
        types.named(Odd.class);
        assertThrows(IllegalArgumentException.class, types::declarations);
    }

    private static String types() {
        TypeScript types = new TypeScript();
        String screens = Arrays.stream(ScreenKind.values())
            .map(screen -> "  " + screen.word() + ": " + types.named(screen.type()) + ";\n")
            .collect(Collectors.joining("", "export interface Screens {\n", "}\n\n"));
        String queries = Arrays.stream(ScreenKind.values())
            .map(screen -> "  " + screen.word() + ": " + keys(screen) + ";\n")
            .collect(Collectors.joining("", QUERIES, "}\n\nexport type ScreenName = keyof Screens;\n"));
        types.named(ConsoleLines.class);
        types.named(io.runwisp.wire.Problem.class);
        return HEAD + screens + queries + EVENTS + types.declarations();
    }

    private static String keys(ScreenKind screen) {
        return screen.keys().isEmpty()
                ? "Record<string, never>"
                : screen.keys().stream().map(key -> key + "?: string").collect(Collectors.joining("; ", "{ ", " }"));
    }
}
