package io.runwisp.config.load;

import io.runwisp.config.Unit;
import io.runwisp.config.grammar.Durations;
import io.runwisp.config.language.CatchUp;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.HookAction;
import io.runwisp.config.language.PartKeys;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.UnitKind;
import java.time.Duration;
import java.util.List;

/** The rules that look at several keys of one unit. */
record UnitRules(ScheduleRules schedules) {

    private static final int SHORTEST_TOKEN = 32;

    void check(Unit unit) {
        Settings settings = unit.settings();
        tokens(unit);
        if (unit.kind() == UnitKind.TASK) {
            schedules.check(settings, TaskKeys.CRON, unit.zone());
            restart(unit);
            catchUp(settings);
            ParamRules.check(unit);
        } else {
            healthCheck(unit);
        }
    }

    private static void restart(Unit unit) {
        Settings settings = unit.settings();
        Given<RestartPolicy> restart = settings.given(UnitKeys.RESTART);
        if (restart == null) {
            return;
        }
        if (restart.value() == RestartPolicy.ALWAYS) {
            settings.reject(UnitKeys.RESTART, "a task runs and exits, so restart = \"always\" is not for it",
                    "\"never\" or \"on_failure\"", "to keep it alive make it [services." + unit.name() + "]");
        }
        Given<Integer> retries = settings.given(TaskKeys.RETRY_ATTEMPTS);
        if (restart.value() == RestartPolicy.ON_FAILURE && retries != null && retries.value() > 0) {
            settings.reject(UnitKeys.RESTART, "restart = \"on_failure\" retries for ever, and retry_attempts = "
                    + retries.value() + " does not", "one of the two", "keep retry_attempts for a limit");
        }
    }

    private static void catchUp(Settings settings) {
        CatchUp catchUp = settings.value(TaskKeys.CATCH_UP);
        Given<CatchUp> written = settings.effective(TaskKeys.CATCH_UP);
        OverlapPolicy overlap = settings.value(UnitKeys.ON_OVERLAP);
        if (settings.has(TaskKeys.MAX_CATCH_UP_RUNS) && written != null && catchUp.mode() == CatchUp.Mode.ALL
                && catchUp.cap() > 0) {
            settings.reject(TaskKeys.MAX_CATCH_UP_RUNS, "catch_up = " + catchUp.cap() + " is already a cap",
                    "one of catch_up = <number> and max_catch_up_runs",
                    "write catch_up = \"all\", or delete this line");
        }
        boolean several = catchUp.mode() == CatchUp.Mode.ALL
                && (catchUp.cap() > 0 || settings.value(TaskKeys.MAX_CATCH_UP_RUNS) > 1);
        if (several && overlap != OverlapPolicy.QUEUE && settings.has(TaskKeys.CRON)) {
            String shown = catchUp.cap() > 0 ? String.valueOf(catchUp.cap()) : "\"all\"";
            settings.reject(settings.has(TaskKeys.CATCH_UP) ? TaskKeys.CATCH_UP : UnitKeys.ON_OVERLAP,
                    "catch_up = " + shown + " would start several runs at once, and on_overlap = \"" + overlap.word()
                            + "\" would drop them",
                    "on_overlap = \"queue\" with it",
                    "write on_overlap = \"queue\", or catch_up = \"latest\" or \"skip\"");
        }
    }

    private void healthCheck(Unit unit) {
        Unit.HealthCheck probe = unit.healthCheck();
        if (probe == null) {
            return;
        }
        schedules.check(probe.settings(), TaskKeys.CRON, probe.zone());
        if (probe.settings().value(UnitKeys.TIMEOUT).isZero()) {
            probe.settings()
                .reject(UnitKeys.TIMEOUT, "health_check.timeout 0s would let a probe hang for ever",
                        "a duration above 0, such as \"5s\"", "");
        }
        Duration stable = unit.value(ServiceKeys.BACKOFF_RESET_AFTER);
        if (stable.isZero()) {
            unit.settings()
                .reject(ServiceKeys.BACKOFF_RESET_AFTER,
                        "backoff_reset_after " + Durations.show(stable) + " leaves a health_check no time to pass",
                        "a duration above 0 with a health_check, such as \"60s\"", "");
        }
    }

    private static void tokens(Unit unit) {
        Given<List<Settings>> tokens = unit.settings().given(UnitKeys.HOOK_TOKENS);
        if (tokens == null) {
            return;
        }
        for (Settings one : tokens.value()) {
            String token = one.get(PartKeys.TOKEN);
            if (token != null && token.length() < SHORTEST_TOKEN) {
                one.reject(PartKeys.TOKEN, "this token has " + token.length() + " characters",
                        "at least " + SHORTEST_TOKEN + " characters", "make one with: openssl rand -hex 24");
            } else if (token != null && token.chars().anyMatch(Character::isWhitespace)) {
                one.reject(PartKeys.TOKEN, "this token contains whitespace",
                        "at least 32 characters without whitespace", "");
            }
            actions(unit, one);
        }
    }

    private static void actions(Unit unit, Settings token) {
        Given<List<HookAction>> allow = token.given(PartKeys.ALLOW);
        if (allow == null) {
            return;
        }
        if (allow.value().isEmpty() && allow.node() instanceof io.runwisp.config.toml.Node.Items items
                && items.items().isEmpty()) {
            token.reject(PartKeys.ALLOW, "allow is empty, so the token could do nothing",
                    "some of \"run\", \"start\", \"stop\", \"restart\"", "leave allow out to permit everything");
        }
        if (unit.kind() == UnitKind.SERVICE && allow.value().contains(HookAction.RUN)) {
            token.reject(PartKeys.ALLOW, "allow names \"run\", and a service is not run but started",
                    "some of \"start\", \"stop\", \"restart\"", "");
        }
    }
}
