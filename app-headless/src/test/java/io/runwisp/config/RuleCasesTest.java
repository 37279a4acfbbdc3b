package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.SecretText;
import io.runwisp.config.load.ConfigLoader;
import io.runwisp.config.problem.Problem;
import io.runwisp.schedule.CronGrammar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Loads every case file and holds what is reported against the expectations that stand in the files themselves. */
class RuleCasesTest {

    private static final ScheduleGrammar GRAMMAR = new CronGrammar(
            () -> Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedAsItsMarkersSay() throws IOException {
        Path cases = copyOfTheCases();
        List<Path> roots = roots(cases);
        assertTrue(roots.size() > 100, "cases found: " + roots.size());
        return roots.stream()
            .map(root -> DynamicTest.dynamicTest(cases.relativize(root).toString(), () -> judge(cases, root)));
    }

    @Test
    void eachRuleHasAnAcceptedAndARejectedCase() throws IOException {
        Path cases = copyOfTheCases();
        try (Stream<Path> rules = Files.list(cases.resolve("rules"))) {
            List<Path> all = rules.sorted().toList();
            assertEquals(33, all.size());
            for (Path rule : all) {
                assertTrue(Files.exists(rule.resolve("accepted.toml")), rule.toString());
                assertTrue(Files.exists(rule.resolve("rejected.toml")), rule.toString());
            }
        }
    }

    @Test
    void anExpectationThatNothingMeetsFails() throws IOException {
        Path root = Files.writeString(scratch.resolve("rejected.toml"), "[tasks.a]\nrun = \"x\" #! no such problem\n");
        Markers markers = Markers.in(List.of(root));
        assertFalse(Matching.of(markers.errors(), errorsOf(root, scratch)).isEmpty());
    }

    @Test
    void aProblemThatNothingExpectsFails() throws IOException {
        Path root = Files.writeString(scratch.resolve("rejected.toml"), "[tasks.a]\nrum = \"x\"\n");
        Markers markers = Markers.in(List.of(root));
        assertFalse(Matching.of(markers.errors(), errorsOf(root, scratch)).isEmpty());
    }

    private static List<Problem> errorsOf(Path root, Path home) {
        return load(root, home).errors();
    }

    private static void judge(Path cases, Path root) throws IOException {
        Path home = root.startsWith(cases.resolve("examples")) ? cases.resolve("examples/home") : Path.of("/home/op");
        LoadResult result = load(root, home);
        boolean accepted = !name(root).startsWith("rejected")
                && !root.startsWith(cases.resolve("broken"));
        Markers markers = Markers.in(filesOf(root, result));
        assertEquals("", Matching.of(markers.errors(), result.errors()), () -> told(result.errors()));
        assertEquals(accepted, result.errors().isEmpty(), () -> told(result.errors()));
        if (accepted) {
            assertEquals("", Matching.missing(markers.warnings(), result.warnings()), () -> told(result.warnings()));
        }
        for (String never : markers.never()) {
            for (Problem problem : Stream.concat(result.errors().stream(), result.warnings().stream()).toList()) {
                assertFalse(shown(problem).contains(never), () -> "a secret is shown: " + shown(problem));
            }
        }
    }

    private static LoadResult load(Path root, Path home) {
        Map<String, String> environment = new TreeMap<>(Map.of("HOME", home.toString(), "SET_VAR", "value", "EMPTY_VAR",
                "", "SLACK_HOOK", "https://hooks.example.com/T000/B000/secretpart", "TOKEN_32",
                "abcdefghijklmnopqrstuvwxyz012345", "SMTP_PASSWORD", "s3cret-smtp", "SHOP_REGION", "eu",
                "DEPLOY_HOOK_TOKEN", "deploy-0123456789-0123456789-0123456789", "ROLLBACK_HOOK_TOKEN",
                "rollback-0123456789-0123456789-0123456789"));
        Surroundings surroundings = new Surroundings(environment, parent(root), ZoneId.of("Europe/Vienna"),
                () -> "box");
        return new ConfigLoader(GRAMMAR, surroundings).load(Path.of(name(root)));
    }

    /** The root and whatever it included, by the problems and by the files that were loaded. */
    private static List<Path> filesOf(Path root, LoadResult result) {
        List<Path> files = new ArrayList<>(List.of(root));
        if (result.config() != null) {
            files.addAll(result.config().files());
        }
        Stream.concat(result.errors().stream(), result.warnings().stream())
            .map(problem -> problem.place().file().path())
            .forEach(files::add);
        return files.stream().distinct().filter(Files::exists).toList();
    }

    private static String shown(Problem problem) {
        return String.join("\n", problem.message(), problem.expected(), problem.remedy(), problem.key(),
                SecretText.in(problem.place().file()).shown(problem.place().line()));
    }

    private static String told(List<Problem> problems) {
        StringBuilder text = new StringBuilder("\n");
        problems.forEach(problem -> text.append(problem.place().file().shown())
            .append(':')
            .append(problem.place().line())
            .append(':')
            .append(problem.place().column())
            .append("  ")
            .append(problem.key())
            .append("\n    ")
            .append(problem.message())
            .append(" | ")
            .append(problem.expected())
            .append(" | ")
            .append(problem.remedy())
            .append('\n'));
        return text.toString();
    }

    private static List<Path> roots(Path cases) throws IOException {
        try (Stream<Path> all = Files.walk(cases)) {
            return all.filter(Files::isRegularFile).filter(file -> {
                String name = name(file);
                boolean named = name.matches("(accepted|rejected)(-\\d+)?\\.toml");
                boolean broken = parent(file).equals(cases.resolve("broken")) && name.endsWith(".toml");
                boolean example = parent(parent(file)).equals(cases.resolve("examples"))
                        && name.equals("runwisp.toml");
                return named || broken || example;
            }).sorted().toList();
        }
    }

    private Path copyOfTheCases() throws IOException {
        Path source = Path.of("src/test/resources/io/runwisp/config").toAbsolutePath();
        Path target = scratch.resolve("cases");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path to = target.resolve(source.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    String text = Files.readString(from, StandardCharsets.UTF_8);
                    Files.writeString(to, text.replace("@DIR@", parent(to).toString()), StandardCharsets.UTF_8);
                }
            }
        }
        return target;
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
