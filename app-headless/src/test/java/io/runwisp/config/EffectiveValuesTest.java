package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Unit.HealthCheck;
import io.runwisp.config.language.CatchUp;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.EndReason;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a loaded configuration says: own value, else defaults, else built in; files under inline; nothing lost. */
class EffectiveValuesTest {

    @TempDir
    Path directory;

    private static Unit unit(Config config, String name) {
        return Objects.requireNonNull(config.units().get(name));
    }

    @Test
    void builtInValuesHoldWhereNothingIsWritten() {
        Config config = Loading.in(directory).valid("[tasks.t]\nrun = 'x'\n[services.s]\nrun = 'y'\n");
        Unit task = unit(config, "t");
        Unit service = unit(config, "s");
        assertEquals(OverlapPolicy.QUEUE, task.value(UnitKeys.ON_OVERLAP));
        assertEquals(OverlapPolicy.SKIP, service.value(UnitKeys.ON_OVERLAP));
        assertEquals("Tasks", task.value(UnitKeys.GROUP));
        assertEquals("Services", service.value(UnitKeys.GROUP));
        assertEquals(RestartPolicy.NEVER, task.value(UnitKeys.RESTART));
        assertEquals(RestartPolicy.ALWAYS, service.value(UnitKeys.RESTART));
        assertEquals(100L << 20, task.value(UnitKeys.LOG_MAX_SIZE));
        assertNull(task.get(UnitKeys.TIMEOUT));
        assertNull(service.get(ServiceKeys.RESTART_ATTEMPTS));
        assertEquals("/bin/sh", task.value(UnitKeys.SHELL));
        assertEquals(Duration.ofSeconds(10), config.daemon().daemon().value(DaemonKeys.SHUTDOWN_TIMEOUT));
        assertEquals(List.of("inapp"), config.notifications().defaultNotifiers());
        assertEquals(ZoneId.of("Europe/Vienna"), config.zone());
        assertEquals("system", config.zoneOrigin());
    }

    @Test
    void aUnitWinsOverDefaultsAndAnExplicitZeroIsAValue() {
        Config config = Loading.in(directory).valid("""
                [defaults]
                timeout = "45m"
                graceful_stop = "8s"
                stop_signal = "int"
                keep_runs = 120
                restart_attempts = 8
                jitter = "2m"

                [tasks.own]
                run = "x"
                timeout = "0s"
                keep_runs = 0
                jitter = "0s"

                [tasks.inherits]
                run = "x"

                [services.s]
                run = "y"
                """);
        assertEquals(Duration.ZERO, unit(config, "own").value(UnitKeys.TIMEOUT));
        assertEquals(0, unit(config, "own").value(UnitKeys.KEEP_RUNS));
        assertEquals(Duration.ZERO, unit(config, "own").value(TaskKeys.JITTER));
        assertEquals(Duration.ofMinutes(45), unit(config, "inherits").value(UnitKeys.TIMEOUT));
        assertEquals(StopSignal.SIGINT, unit(config, "inherits").value(UnitKeys.STOP_SIGNAL));
        assertEquals(8, unit(config, "s").value(ServiceKeys.RESTART_ATTEMPTS));
        assertNull(unit(config, "s").get(UnitKeys.TIMEOUT), "[defaults] timeout is for tasks");
        assertEquals(Duration.ofSeconds(8), unit(config, "s").value(UnitKeys.GRACEFUL_STOP));
    }

    @Test
    void variablesAreLaidOverEachOtherFromDefaultsFileToUnitInline() {
        Config config = Loading.in(directory)
            .with("common.env", "A=1\nB=1\nC=1\nD=1\n")
            .with("unit.env", "C=3\nD=3\n")
            .with("keys/secret.env", "export K=\"from file\"\nD=secret\n")
            .valid("""
                        [defaults]
                        env_file = "common.env"
                        [defaults.env]
                        B = "2"

                        [tasks.t]
                        run = "x"
                        env_file = "unit.env"
                        env = { D = "4" }
                        secrets_file = "keys/secret.env"

                        [tasks.plain]
                        run = "x"
                        """);
        assertEquals(Map.of("A", "1", "B", "2", "C", "3", "D", "4"), unit(config, "t").environment().plain());
        assertEquals(Map.of("K", "from file", "D", "secret"), unit(config, "t").environment().secret());
        assertEquals(Map.of("A", "1", "B", "2", "C", "1", "D", "1"), unit(config, "plain").environment().plain());
    }

    @Test
    void aProbeInheritsTheVariablesOfItsServiceAndHasDefaultsOfItsOwn() {
        Config config = Loading.in(directory).valid("""
                [defaults]
                timeout = "45m"
                failures = ["+missed", "+3-9"]

                [services.s]
                run = "y"
                failures = ["failed"]
                env = { A = "1", B = "1" }
                [services.s.health_check]
                run = "probe"
                env = { B = "2" }
                """);
        HealthCheck probe = unit(config, "s").healthCheck();
        assertNotNull(probe);
        assertEquals(Map.of("A", "1", "B", "2"), probe.environment().plain());
        assertEquals("@every 10s", probe.settings().value(TaskKeys.CRON));
        assertEquals(Duration.ofSeconds(5), probe.settings().value(UnitKeys.TIMEOUT));
        assertEquals(2, probe.settings().value(TaskKeys.RETRY_ATTEMPTS));
        assertTrue(probe.failures().reasons().contains(EndReason.TIMEOUT), "from [defaults], not from the service");
        assertFalse(unit(config, "s").failures().reasons().contains(EndReason.TIMEOUT));
    }

    @Test
    void failuresOfAUnitAdjustThoseOfTheDefaults() {
        Config config = Loading.in(directory).valid("""
                [defaults]
                failures = ["-missed", "+75"]
                [tasks.t]
                run = "x"
                failures = ["+stopped", "-75"]
                """);
        assertTrue(unit(config, "t").failures().reasons().contains(EndReason.STOPPED));
        assertFalse(unit(config, "t").failures().reasons().contains(EndReason.MISSED));
        assertEquals(List.of(), unit(config, "t").failures().exits());
    }

    @Test
    void catchUpIsAWordOrANumber() {
        Config config = Loading.in(directory).valid("""
                [defaults]
                catch_up = 0
                [tasks.a]
                run = "x"
                [tasks.b]
                run = "x"
                catch_up = 96
                [tasks.c]
                run = "x"
                catch_up = "latest"
                """);
        assertEquals(CatchUp.Mode.SKIP, unit(config, "a").value(TaskKeys.CATCH_UP).mode());
        assertEquals(new CatchUp(CatchUp.Mode.ALL, 96), unit(config, "b").value(TaskKeys.CATCH_UP));
        assertEquals(CatchUp.LATEST, unit(config, "c").value(TaskKeys.CATCH_UP));
    }

    @Test
    void referencesAreReplacedInValuesAndNeverInScripts() {
        Config config = new Loading(directory, Map.of("HOME", "/home/op", "REGION", "eu"))
            .with("dsn", "  secret dsn \n")
            .valid("""
                        [tasks.t]
                        run = "echo ${REGION}"
                        description = "in ${REGION}, costs $5, $${REGION}, on ${HOSTNAME}"
                        secrets = { DSN = "${file:dsn}" }
                        """);
        assertEquals("echo ${REGION}", unit(config, "t").value(UnitKeys.RUN));
        assertEquals("in eu, costs $5, ${REGION}, on box", unit(config, "t").value(UnitKeys.DESCRIPTION));
        assertEquals(Map.of("DSN", "secret dsn"), unit(config, "t").environment().secret());
    }

    @Test
    void pathsStartAtTheFileThatNamesThem() {
        Config config = Loading.in(directory).with("jobs.d/one.toml", """
                [tasks.included]
                run = "x"
                working_dir = "work"
                """).valid("""
                [daemon]
                include = ["jobs.d/*.toml"]
                [tasks.t]
                run = "x"
                working_dir = "~/work"
                """);
        assertEquals(directory.resolve("jobs.d/work").toString(), unit(config, "included").value(UnitKeys.WORKING_DIR));
        assertEquals("~/work", unit(config, "t").value(UnitKeys.WORKING_DIR), "may be the home of another user");
        assertEquals(2, config.files().size());
    }

    @Test
    void theEnvironmentNamesTheTrustedProxies() {
        String text = "[daemon]\ntrusted_proxies = ['127.0.0.1']\n";
        assertEquals(List.of("127.0.0.1"), Loading.in(directory).valid(text).daemon().trustedProxies());
        Loading named = new Loading(directory, Map.of("RUNWISP_TRUSTED_PROXIES", "10.0.0.0/8, 192.168.1.1"));
        assertEquals(List.of("10.0.0.0/8", "192.168.1.1"), named.valid(text).daemon().trustedProxies());
        LoadResult wrong = new Loading(directory, Map.of("RUNWISP_TRUSTED_PROXIES", "0.0.0.0/0")).load(text);
        assertTrue(wrong.errors().getFirst().message().contains("RUNWISP_TRUSTED_PROXIES"));
    }

    @Test
    void theExternalAddressEndsWithoutASlash() {
        Config config = Loading.in(directory).valid("[daemon]\nexternal_url = 'https://jobs.example.org/run//'\n");
        assertEquals("https://jobs.example.org/run", config.daemon().daemon().value(DaemonKeys.EXTERNAL_URL));
    }

    @Test
    void zeroMeansTheDefaultWhereItWouldMeanNothing() {
        Config config = Loading.in(directory).valid("""
                [daemon]
                shutdown_timeout = "0s"
                [notify]
                occurrence_ring = 0
                keep_notifications = 0
                disable_inapp = true
                """);
        assertEquals(Duration.ofSeconds(10), config.daemon().daemon().value(DaemonKeys.SHUTDOWN_TIMEOUT));
        assertEquals(10, config.notifications().settings().value(NotifyKeys.OCCURRENCE_RING));
        assertEquals(1024, config.notifications().settings().value(NotifyKeys.KEEP_NOTIFICATIONS));
        assertEquals(List.of(), config.notifications().defaultNotifiers());
    }

    @Test
    void noTextOfAConfigurationShowsASecret() {
        Config config = new Loading(directory, Map.of("TOKEN", "hunter-token")).valid("""
                [tasks.t]
                run = "x"
                secrets = { A = "hunter-one" }
                [[notifier]]
                id = "chat"
                type = "telegram"
                chat_id = "1"
                bot_token = "${TOKEN}"
                """);
        assertFalse(config.toString().contains("hunter"), config.toString());
    }
}
