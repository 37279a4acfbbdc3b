package io.runwisp.config.load;

import io.runwisp.config.ScheduleGrammar;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.toml.Node;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Judges every cron text of a configuration through the port. */
record ScheduleRules(ScheduleGrammar grammar) {

    private static final String EXPECTED = "minute hour day-of-month month day-of-week, such as \"20 3 * * mon-sat\"; "
            + "or @hourly, @daily, @weekly, @monthly, @yearly, @every 5m";

    /** Reports an expression that cannot be used. */
    void check(@Nullable Given<String> cron, ZoneId zone) {
        if (cron == null || !(grammar.judge(cron.value(), zone) instanceof ScheduleGrammar.Rejected rejected)) {
            return;
        }
        Node node = cron.node();
        boolean changed = !(node instanceof Node.Text text && text.value().equals(cron.value()));
        String shown = cron.context().shown(node);
        if (changed || !(node instanceof Node.Text text)) {
            cron.context()
                .reject(node.place(), cron.context().name() + " " + shown + " cannot be used after substitution",
                        EXPECTED, "");
            return;
        }
        cron.context()
            .reject(text.part(rejected.offset(), rejected.length()),
                    cron.context().name() + " " + shown + ": " + rejected.reason(), EXPECTED, rejected.remedy());
    }

    /** The schedule of a table, where it was written. */
    void check(io.runwisp.config.language.Settings settings, Key<String> key, ZoneId zone) {
        check(settings.given(key), zone);
    }
}
