package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.SecretText;
import io.runwisp.config.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks a file full of secrets at random, thousands of times: whatever is wrong with it, no message and no shown line may hold a secret, nothing is thrown,
 * and every problem points into the file.
 */
class SecrecyTest {

    private static final String SECRETS = """
            [defaults]
            keep_runs = 5
            secrets = { DSN = "zzqdsn1", OTHER = "${PLAIN}" }

            [tasks.backup]
            cron = "0 3 * * *"
            run = "dump"
            hook_tokens = [
              "zzqtokenzzqtokenzzqtokenzzqtoken2",
              { token = "zzqtokenzzqtokenzzqtokenzzqtoken3", allow = ["run"] },
            ]
            ping = "https://hc.example.com/zzqping"
            [tasks.backup.secrets]
            KEY = "zzqkey4"
            # the old one: zzqcomment
            MULTI = \"\"\"
            zzqmulti5
            zzqmulti6
            \"\"\"

            [[notifier]]
            id = "chat"
            type = "slack"
            webhook_url = "https://hooks.example.com/zzqhook7"

            [[notifier]]
            id = "bot"
            type = "telegram"
            chat_id = "1"
            bot_token = 'zzqbot8'

            [[notifier]]
            id = "mail"
            type = "smtp"
            host = "mail.example.com"
            username = "jobs"
            password = "zzqpass9"
            from = "a@example.com"
            to = ["b@example.com"]

            [[notifier]]
            id = "hook"
            type = "webhook"
            url = "https://example.com/zzqurl"
            headers = { Authorization = "Bearer zzqheader" }

            [[notifier]]
            id = "push"
            type = "pushover"
            token = "zzqpush1"
            user = "zzqpush2"
            """;

    private static final String NOISE = "\"'=[]{}#,.:\n x0\\$";

    @TempDir
    Path directory;

    @Test
    void aFileBrokenAtRandomShowsNoSecret() {
        long seed = Long.getLong("runwisp.seed", 20261120L);
        Random random = new Random(seed);
        Loading loading = new Loading(directory, Map.of("PLAIN", "zzqplain"));
        assertTrue(loading.load(SECRETS).errors().isEmpty(), () -> loading.load(SECRETS).errors().toString());
        int broken = 0;
        for (int round = 0; round < 1500; round++) {
            String text = damaged(random);
            LoadResult result = loading.load(text);
            broken += result.errors().isEmpty() ? 0 : 1;
            for (Problem problem : Stream.concat(result.errors().stream(), result.warnings().stream()).toList()) {
                judge(problem, text, "seed " + seed + ", round " + round);
            }
        }
        assertTrue(broken > 750, "broken: " + broken);
    }

    /** Whatever key a reference stands behind, its value is not part of what is said about it. */
    @Test
    void aValueThatAReferenceBroughtInIsNeverShown() {
        LoadResult result = new Loading(directory, Map.of("SEC", "zzq-hunter2-secret")).load("""
                [daemon]
                include = ["${SEC}.toml"]
                metrics_listen = "${SEC}"
                [scheduler]
                timezone = "${SEC}"
                [notify]
                default_notifiers = ["${SEC}"]
                [tasks.t]
                run = "x"
                cron = "${SEC}"
                restart = "${SEC}"
                stop_signal = "${SEC}"
                timeout = "${SEC}"
                log_max_size = "${SEC}"
                failures = ["${SEC}"]
                user = ":${SEC}"
                umask = "${SEC}"
                shell = "${SEC}"
                env_file = "${SEC}"
                notify_on_failure = ["${SEC}", "m:${SEC}"]
                params = [{ env = "${SEC}" }, { option = "-${SEC}", choices = ["${SEC}"], default = "a" }, { flag = "${SEC}" }]
                env = { A = "${file:${SEC}}" }
                [services.s]
                run = "x"
                depends_on = ["${SEC}"]
                [[notifier]]
                id = "m"
                type = "slack"
                webhook_url = "${SEC}"
                channel = "${SEC}"
                template_path = "${SEC}"
                [[notifier]]
                id = "b"
                type = "telegram"
                bot_token_file = "${SEC}"
                chat_id = "1"
                parse_mode = "${SEC}"
                [[notifier]]
                id = "p"
                type = "smtp"
                host = "h"
                username = "u"
                password_env = "${SEC}"
                from = "${SEC}"
                to = ["${SEC}"]
                [[notifier]]
                id = "n"
                type = "${SEC}"
                [[maintenance]]
                id = "${SEC}"
                units = ["*"]
                [[maintenance]]
                id = "${SEC}"
                units = ["["]
                """);
        assertTrue(result.errors().size() > 25, () -> "errors: " + result.errors().size());
        for (Problem problem : Stream.concat(result.errors().stream(), result.warnings().stream()).toList()) {
            judge(problem, "", "reference");
        }
    }

    private static void judge(Problem problem, String text, String where) {
        String shown = String.join("\n", problem.message(), problem.expected(), problem.remedy(), problem.key(),
                SecretText.in(problem.place().file()).shown(problem.place().line()));
        assertFalse(shown.contains("zzq"), () -> where + ": " + shown + "\n----\n" + text);
        List<String> lines = problem.place().file().lines();
        assertTrue(problem.place().line() <= lines.size(), () -> where + ": " + problem);
        assertFalse(problem.message().isBlank(), where);
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(SECRETS);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                default -> {
                    int lineEnd = text.indexOf("\n", at);
                    text.delete(at, Math.min(lineEnd < 0 ? text.length() : lineEnd, at + random.nextInt(30)));
                }
            }
        }
        return text.toString();
    }
}
