package io.runwisp.rules;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchRulesTest {

    @TempDir
    Path folder;

    @Test
    void onlyTimeReadsClocksOrSleeps() {
        TouchRules.onlyTimeReadsClocksOrSleeps().check(Product.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.time.Instant.now()", "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC)",
            "java.time.LocalDate.now()",
            "java.time.LocalTime.now()", "java.time.Year.now()", "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)", "java.time.InstantSource.system()",
            "System.currentTimeMillis()", "System.nanoTime()",
            "new java.util.Date()", "new java.util.Timer()", "java.util.Calendar.getInstance()",
            "new java.util.GregorianCalendar()",
            "java.util.concurrent.Executors.newScheduledThreadPool(1)",
            "new java.util.concurrent.ScheduledThreadPoolExecutor(1)",
            "new java.util.concurrent.CompletableFuture<String>().orTimeout(1, java.util.concurrent.TimeUnit.SECONDS)"})
    void aClockReadElsewhereIsRefused(String expression) throws IOException {
        World.of(folder, "package io.runwisp.engine; class Impatient { Object o = " + expression + "; }")
            .isRefusedBy(TouchRules.onlyTimeReadsClocksOrSleeps(), "io.runwisp.engine.Impatient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(1)", "Thread.sleep(java.time.Duration.ZERO)",
            "java.util.concurrent.TimeUnit.SECONDS.sleep(1)",
            "java.util.concurrent.locks.LockSupport.parkNanos(1)"})
    void aSleepElsewhereIsRefused(String statement) throws IOException {
        World
            .of(folder,
                    "package io.runwisp.engine; class Sleepy { void nap() throws Exception { " + statement + "; } }")
            .isRefusedBy(TouchRules.onlyTimeReadsClocksOrSleeps(), "io.runwisp.engine.Sleepy");
    }

    @Test
    void aClockHandedOnAsAMethodReferenceIsRefused() throws IOException {
        World.of(folder,
                "package io.runwisp.engine; class Sly { java.util.function.Supplier<Object> s = java.time.Instant::now; }")
            .isRefusedBy(TouchRules.onlyTimeReadsClocksOrSleeps(), "io.runwisp.engine.Sly");
    }

    @Test
    void timeItselfReadsClocksAndOthersMayBeGivenOne() throws IOException {
        World.of(folder, "package io.runwisp.time; class SystemTime { Object o = java.time.Instant.now(); }",
                "package io.runwisp.engine; class Patient { Object at(java.time.Clock clock) { return java.time.LocalDate.now(clock); } }")
            .isAcceptedBy(TouchRules.onlyTimeReadsClocksOrSleeps());
    }

    @Test
    void onlyProcessStartsProcesses() {
        TouchRules.onlyProcessStartsProcesses().check(Product.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new ProcessBuilder(\"true\").start()", "Runtime.getRuntime().exec(new String[0])"})
    void aProcessStartedElsewhereIsRefusedAndInProcessAccepted(String expression) throws IOException {
        String source = "package io.runwisp.%s; class Starter { Object start() throws Exception { return " + expression
                + "; } }";
        World.of(folder.resolve("elsewhere"), source.formatted("notify"))
            .isRefusedBy(TouchRules.onlyProcessStartsProcesses(), "io.runwisp.notify.Starter");
        World.of(folder.resolve("home"), source.formatted("process"))
            .isAcceptedBy(TouchRules.onlyProcessStartsProcesses());
    }

    @Test
    void onlyTheCommandLineExitsOrPrints() {
        TouchRules.onlyTheCommandLineExitsOrPrints().check(Product.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"System.exit(1)", "Runtime.getRuntime().halt(1)", "System.out.println()",
            "System.err.println()", "IO.println()",
            "new IllegalStateException().printStackTrace()"})
    void anExitOrAPrintElsewhereIsRefusedAndInTheCommandLineAccepted(String statement) throws IOException {
        String source = "package io.runwisp.%s; class Loud { void shout() { " + statement + "; } }";
        World.of(folder.resolve("elsewhere"), source.formatted("config"))
            .isRefusedBy(TouchRules.onlyTheCommandLineExitsOrPrints(), "io.runwisp.config.Loud");
        World.of(folder.resolve("home"), source.formatted("cli"), source.formatted("daemon"))
            .isAcceptedBy(TouchRules.onlyTheCommandLineExitsOrPrints());
    }

    @Test
    void everyPackageIsNullMarked() {
        TouchRules.everyPackageIsNullMarked().check(Product.CLASSES);
    }

    @Test
    void aPackageThatIsNotNullMarkedIsRefused() throws IOException {
        String type = "package io.runwisp.event; class Careless {}";
        World.of(folder.resolve("bare"), type)
            .isRefusedBy(TouchRules.everyPackageIsNullMarked(), "io.runwisp.event is not @NullMarked");
        World.of(folder.resolve("marked"), type, "@org.jspecify.annotations.NullMarked package io.runwisp.event;")
            .isAcceptedBy(TouchRules.everyPackageIsNullMarked());
    }
}
