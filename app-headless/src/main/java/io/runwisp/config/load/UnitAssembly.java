package io.runwisp.config.load;

import io.runwisp.config.Environment;
import io.runwisp.config.Unit;
import io.runwisp.config.Unit.HealthCheck;
import io.runwisp.config.grammar.Failures;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.config.toml.Node;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a unit together from its own table, {@code [defaults]} and the files that both name. */
final class UnitAssembly {

    private final Settings defaults;
    private final ZoneId zone;
    private final Environments environments = new Environments();
    private final Environment inherited;
    private final Failures inheritedFailures;

    UnitAssembly(Settings defaults, ZoneId zone) {
        this.defaults = defaults;
        this.zone = zone;
        this.inherited = environments.layer(defaults);
        this.inheritedFailures = failures(Failures.builtIn(), defaults.given(UnitKeys.FAILURES));
    }

    Unit assemble(Declared.DeclaredUnit declared) {
        Settings settings = declared.settings().over(defaults);
        Environment own = environments.layer(settings);
        Environment environment = own.isEmpty() ? inherited : inherited.under(own);
        Environments.checkCount(environment, settings);
        Failures failures = failures(inheritedFailures, settings.given(UnitKeys.FAILURES));
        Given<Settings> probe = settings.given(ServiceKeys.HEALTH_CHECK_TABLE);
        HealthCheck healthCheck = probe == null ? null : healthCheck(probe.value(), environment);
        ZoneId ownZone = settings.get(TaskKeys.TIMEZONE);
        return new Unit(declared.kind(), declared.name(), settings, ownZone == null ? zone : ownZone, environment,
                failures,
                healthCheck);
    }

    private HealthCheck healthCheck(Settings probe, Environment ofService) {
        Environment environment = ofService.under(environments.layer(probe));
        Environments.checkCount(environment, probe);
        ZoneId own = probe.get(TaskKeys.TIMEZONE);
        return new HealthCheck(probe, own == null ? zone : own, environment,
                failures(inheritedFailures, probe.given(UnitKeys.FAILURES)));
    }

    private static Failures failures(Failures above, @Nullable Given<List<String>> tokens) {
        if (tokens == null) {
            return above;
        }
        return switch (Failures.apply(above, tokens.value())) {
            case Failures.Policy policy -> policy.failures();
            case Failures.Refused refused -> {
                for (Failures.TokenFault fault : refused.faults()) {
                    Node node = tokens.node() instanceof Node.Items items && fault.index() < items.items().size()
                            ? items.items().get(fault.index())
                            : tokens.node();
                    tokens.context()
                        .inside("[" + fault.index() + "]")
                        .reject(Objects.requireNonNull(node).place(),
                                "failures " + tokens.context().shown(node) + ": " + fault.reason(),
                                "end reasons such as \"failed\", exit codes such as \"3\" or \"64-78\", \"output:…\"; or changes with + and -",
                                fault.remedy());
                }
                yield above;
            }
        };
    }
}
