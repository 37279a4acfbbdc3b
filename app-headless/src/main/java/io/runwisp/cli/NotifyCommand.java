package io.runwisp.cli;

import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.config.Config;
import io.runwisp.config.Notifier;
import io.runwisp.config.Unit;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.notify.Target;
import io.runwisp.notify.Trial;
import io.runwisp.notify.channel.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code runwisp notify}: the notifiers of the configuration; {@code runwisp notify test ID...} sends each a message. */
public final class NotifyCommand implements Command {

    private static final String TEST = "test";

    private static final Manual MANUAL = new Manual("notify", "list the notifiers, or try them with a message",
            List.of(new Manual.Operand("test", "send a message and tell what the provider says"),
                    new Manual.Operand("ID", "a notifier, or ID:TARGET as in the configuration", true)),
            List.of("Reads the configuration and asks no daemon. \"runwisp notify\" alone lists the notifiers and who uses "
                    + "them. A test is sent once, at once, and is told to nobody else.",
                    "Exit code: 0 when all were taken, 1 when one was not, or is not declared."),
            List.of(Option.JSON),
            List.of(new Manual.Example("runwisp notify test chat", "does it arrive?"),
                    new Manual.Example("runwisp notify test chat:#backups pager", "two at once")));

    private final ConfigSource source;
    private final Function<Path, Trial> trials;

    /**
     * The command.
     *
     * @param trials what sends messages, for the directory in which this is called
     */
    public NotifyCommand(ConfigSource source, Function<Path, Trial> trials) {
        this.source = source;
        this.trials = trials;
    }

    /** What became of one test. */
    private record Outcome(String target, String type, String word, String said) {

        private boolean good() {
            return word.equals("delivered");
        }
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        List<String> operands = invocation.operands();
        if (!operands.isEmpty() && !operands.getFirst().equals(TEST)) {
            return misused(invocation, "notify knows \"test\", not \"" + operands.getFirst() + "\".");
        }
        if (operands.size() == 1) {
            return misused(invocation, "notify test needs the id of a notifier.");
        }
        return switch (ConfigOutcome.of(source, invocation.withoutOperands())) {
            case ConfigOutcome.Loaded loaded when operands.isEmpty() -> list(invocation, loaded.config());
            case ConfigOutcome.Loaded loaded -> test(invocation, loaded.config(), operands.subList(1, operands.size()));
            case ConfigOutcome.Unusable unusable -> {
                unusable.explain(invocation.console().err());
                yield ExitCode.FAILED;
            }
        };
    }

    private static int misused(Invocation invocation, String title) {
        new ErrorMessage(title, List.of("Run \"runwisp help notify\" to see what it understands."))
            .print(invocation.console().err());
        return ExitCode.USAGE;
    }

    private int test(Invocation invocation, Config config, List<String> targets) {
        Trial trial = trials.apply(invocation.directory());
        List<Outcome> outcomes = new ArrayList<>();
        for (String token : targets) {
            Target target = Target.of(token);
            Optional<Notifier> notifier = Trial.notifier(config, target);
            outcomes.add(notifier.isEmpty()
                    ? new Outcome(token, "", "unknown", unknown(config, target.id()))
                    : outcome(token, notifier.get(), trial.send(config, notifier.get(), target)));
        }
        if (invocation.has(Option.JSON)) {
            json(invocation.console().out(), outcomes);
        } else {
            outcomes.forEach(outcome -> print(invocation, outcome));
        }
        return outcomes.stream().allMatch(Outcome::good) ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private static Outcome outcome(String token, Notifier notifier, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered(String answer) -> new Outcome(token, notifier.typeWord(), "delivered", answer);
            case Delivery.Refused(String reason) -> new Outcome(token, notifier.typeWord(), "refused", reason);
            case Delivery.Failed(String reason, _) -> new Outcome(token, notifier.typeWord(), "failed", reason);
        };
    }

    private static String unknown(Config config, String id) {
        if (id.equals("inapp")) {
            return "inapp is the bell of the dashboard, which needs no test";
        }
        List<String> ids = config.notifications().notifiers().stream().map(Notifier::id).toList();
        return "no notifier has the id \"" + id + "\""
                + NearestName.in(ids, id)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse(ids.isEmpty() ? "; none is declared" : "; there are " + String.join(", ", ids));
    }

    private static void print(Invocation invocation, Outcome outcome) {
        if (outcome.good()) {
            Printer out = invocation.console().out();
            out.line(VisibleText.of(outcome.target() + " (" + outcome.type() + ") has taken it: " + outcome.said(),
                    out.glyphs()));
        } else {
            String title = outcome.type().isEmpty()
                    ? outcome.said()
                    : outcome.target() + " (" + outcome.type() + ") has not taken it: " + outcome.said();
            List<String> details = outcome.word().equals("failed")
                    ? List.of("A daemon would try again; this was one attempt.")
                    : List.of();
            new ErrorMessage(title, details).print(invocation.console().err());
        }
    }

    private static void json(Printer out, List<Outcome> outcomes) {
        JsonDocument.print(out, json -> {
            json.writeStartObject();
            json.writeNumberField("schema_version", 1);
            json.writeArrayFieldStart("results");
            for (Outcome outcome : outcomes) {
                json.writeStartObject();
                json.writeStringField("notifier", outcome.target());
                json.writeStringField("type", outcome.type());
                json.writeStringField("outcome", outcome.word());
                json.writeStringField("answer", outcome.said());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static int list(Invocation invocation, Config config) {
        Printer out = invocation.console().out();
        List<Notifier> notifiers = config.notifications().notifiers();
        if (invocation.has(Option.JSON)) {
            JsonDocument.print(out, json -> {
                json.writeStartObject();
                json.writeNumberField("schema_version", 1);
                json.writeArrayFieldStart("notifiers");
                for (Notifier notifier : notifiers) {
                    json.writeStartObject();
                    json.writeStringField("id", notifier.id());
                    json.writeStringField("type", notifier.typeWord());
                    json.writeStringField("hears", users(config, notifier.id()));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            });
        } else if (notifiers.isEmpty()) {
            out.line(VisibleText.of(config.shown(), out.glyphs())
                    + " declares no notifiers: what happens is shown by the bell of the dashboard alone.");
        } else {
            Table table = new Table("ID", "TYPE", "HEARS");
            notifiers.forEach(each -> table.row(VisibleText.of(each.id(), out.glyphs()), each.typeWord(),
                    users(config, each.id())));
            table.print(out);
        }
        return ExitCode.GOOD;
    }

    /** What a notifier hears of, in words. */
    private static String users(Config config, String id) {
        List<String> users = new ArrayList<>();
        if (names(config.notifications().defaultNotifiers(), id)) {
            users.add("every failure");
        }
        count(users, units(config, id, UnitKeys.NOTIFY_ON_FAILURE), "failures of %d %s", "unit");
        count(users, units(config, id, UnitKeys.NOTIFY_ON_SUCCESS), "successes of %d %s", "unit");
        int routes = 0;
        for (Settings route : config.notifications().routes()) {
            routes += names(route.value(NotifyKeys.NOTIFY_LIST), id) ? 1 : 0;
        }
        count(users, routes, "%d %s", "route");
        return users.isEmpty() ? "nothing" : String.join(", ", users);
    }

    private static void count(List<String> users, int count, String text, String noun) {
        if (count > 0) {
            users.add(String.format(Locale.ROOT, text, count, count == 1 ? noun : noun + "s"));
        }
    }

    private static int units(Config config, String id, Key<List<String>> key) {
        int count = 0;
        for (Unit unit : config.units().values()) {
            List<String> list = unit.get(key);
            count += list != null && names(list, id) ? 1 : 0;
        }
        return count;
    }

    private static boolean names(List<String> tokens, String id) {
        return tokens.stream().anyMatch(token -> Target.of(token.strip()).id().equals(id));
    }
}
