package io.runwisp.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who may touch what lies outside the program: clocks, processes, the console. */
final class TouchRules {

    private static final String NEW = "<init>";

    /** Everything that reads a clock, sleeps, or promises to call back later, by class and method. */
    private static final Map<String, Set<String>> TIME = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.lang.Thread", Set.of("sleep")),
            Map.entry("java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.util.Date", Set.of(NEW)),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.GregorianCalendar", Set.of(NEW)),
            Map.entry("java.util.Timer", Set.of(NEW)),
            Map.entry("java.util.concurrent.CompletableFuture",
                    Set.of("delayedExecutor", "orTimeout", "completeOnTimeout")),
            Map.entry("java.util.concurrent.Executors",
                    Set.of("newScheduledThreadPool", "newSingleThreadScheduledExecutor")),
            Map.entry("java.util.concurrent.ScheduledThreadPoolExecutor", Set.of(NEW)),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil")));

    private static final Map<String, Set<String>> PROCESSES = Map.of(
            "java.lang.ProcessBuilder", Set.of(NEW),
            "java.lang.Runtime", Set.of("exec"));

    private static final Map<String, Set<String>> CONSOLE = Map.of(
            "java.lang.System", Set.of("exit", "out", "err", "console"),
            "java.lang.Runtime", Set.of("exit", "halt"),
            "java.lang.IO", Set.of("print", "println", "readln"),
            "java.lang.Throwable", Set.of("printStackTrace"));

    private TouchRules() {
    }

    static ArchRule onlyTimeReadsClocksOrSleeps() {
        return onlyIn("read a clock or sleep", access -> listed(TIME, access) || isNow(access), "time");
    }

    static ArchRule onlyProcessStartsProcesses() {
        return onlyIn("start a process", access -> listed(PROCESSES, access), "process");
    }

    static ArchRule onlyTheCommandLineExitsOrPrints() {
        return onlyIn("exit or print", access -> listed(CONSOLE, access), "cli", "daemon");
    }

    /** A package that is not marked is one that the null checker passes over. */
    static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("lie in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        });
    }

    private static ArchRule onlyIn(String what, Predicate<JavaAccess<?>> touch, String... areas) {
        String[] homes = Stream.of(areas).map(area -> Product.ROOT + "." + area + "..").toArray(String[]::new);
        return noClasses().that()
            .resideOutsideOfPackages(homes)
            .should(accessTargetWhere(describe(what, touch)))
            .as("only " + String.join(" and ", areas) + " may " + what)
            .allowEmptyShould(true);
    }

    private static boolean listed(Map<String, Set<String>> table, JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return table.entrySet()
            .stream()
            .anyMatch(entry -> entry.getValue().contains(target.getName())
                    && target.getOwner().isAssignableTo(entry.getKey()));
    }

    /** {@code now()} of any date or time; with a clock given, it is that clock's matter. */
    private static boolean isNow(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
}
