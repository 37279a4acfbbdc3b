package io.runwisp.config.load;

import io.runwisp.config.Notifier;
import io.runwisp.config.Surroundings;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.MailTls;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import io.runwisp.config.load.Declared.DeclaredNotifier;
import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of notifiers, and where their credentials come from. */
final class NotifierRules {

    private final Surroundings surroundings;
    private final Map<String, DeclaredNotifier> byId = new HashMap<>();

    NotifierRules(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Notifier> check(List<DeclaredNotifier> declared) {
        List<Notifier> notifiers = new ArrayList<>();
        for (DeclaredNotifier one : declared) {
            DeclaredNotifier same = one.id().isEmpty() ? null : byId.putIfAbsent(one.id(), one);
            if (same != null) {
                twice(same, one);
            }
            Settings settings = one.settings();
            if (settings != null && one.type() != null) {
                notifiers.add(new Notifier(one.id(), one.type(), settings, check(settings, one.type()),
                        MessageTemplates.read(settings)));
            }
        }
        return notifiers;
    }

    private static void twice(DeclaredNotifier first, DeclaredNotifier second) {
        Place there = placeOf(first);
        Place here = placeOf(second);
        String where = there.file().equals(here.file())
                ? "line " + there.line()
                : there.file().shown() + " line " + there.line() + ", here in " + here.file().shown();
        second.context()
            .reject(here, "the id \"" + second.id() + "\" is taken: first declared on " + where,
                    "one id for one notifier", "rename one of them");
    }

    private static Place placeOf(DeclaredNotifier notifier) {
        Settings settings = notifier.settings();
        if (settings == null) {
            return Place.wholeFile(notifier.context().file());
        }
        Given<String> id = settings.given(NotifierKeys.ID);
        return id == null ? settings.place() : id.place();
    }

    private String check(Settings settings, Table type) {
        recipients(settings);
        headers(settings);
        return switch (type) {
            case SLACK -> {
                channel(settings);
                yield credential(settings, NotifierKeys.WEBHOOK_URL, NotifierKeys.WEBHOOK_URL_ENV,
                        NotifierKeys.WEBHOOK_URL_FILE, true);
            }
            case DISCORD -> credential(settings, NotifierKeys.WEBHOOK_URL, NotifierKeys.WEBHOOK_URL_ENV,
                    NotifierKeys.WEBHOOK_URL_FILE, true);
            case TELEGRAM -> {
                parseMode(settings);
                yield credential(settings, NotifierKeys.BOT_TOKEN, NotifierKeys.BOT_TOKEN_ENV,
                        NotifierKeys.BOT_TOKEN_FILE,
                        true);
            }
            case SMTP -> smtp(settings);
            default -> "";
        };
    }

    private static void recipients(Settings settings) {
        Given<List<String>> to = settings.given(NotifierKeys.TO);
        if (to != null && to.node() instanceof Node.Items items && items.items().isEmpty()) {
            to.context().reject(to.place(), "to is empty", "at least one address", "");
        }
    }

    private static void headers(Settings settings) {
        Given<Map<String, String>> headers = settings.given(NotifierKeys.HEADERS);
        if (headers != null && headers.value().keySet().stream().anyMatch(String::isBlank)) {
            headers.context().reject(headers.place(), "headers has a name that is blank", "names of HTTP headers", "");
        }
    }

    private static void channel(Settings settings) {
        String channel = settings.get(NotifierKeys.CHANNEL);
        if (channel != null && !channel.startsWith("#") && !channel.startsWith("@")) {
            settings.reject(NotifierKeys.CHANNEL, "channel \"" + channel + "\" has neither # nor @ in front",
                    "\"#channel\" or \"@person\"", "");
        }
    }

    private static void parseMode(Settings settings) {
        String mode = settings.value(NotifierKeys.PARSE_MODE);
        if (!List.of("HTML", "MarkdownV2", "").contains(mode)) {
            settings.reject(NotifierKeys.PARSE_MODE, "parse_mode \"" + mode + "\" is not known",
                    "\"HTML\" or \"MarkdownV2\"", "");
        } else if (mode.equals("MarkdownV2") && !settings.has(NotifierKeys.TEMPLATE_PATH)) {
            settings.reject(NotifierKeys.PARSE_MODE, "MarkdownV2 needs a template, because the built-in one is HTML",
                    "template_path beside it", "write parse_mode = \"HTML\", or name a template_path");
        }
    }

    private String smtp(Settings settings) {
        String password = credential(settings, NotifierKeys.PASSWORD, NotifierKeys.PASSWORD_ENV,
                NotifierKeys.PASSWORD_FILE,
                false);
        boolean hasUser = settings.wasWritten(NotifierKeys.USERNAME);
        boolean hasPassword = settings.wasWritten(NotifierKeys.PASSWORD)
                || settings.wasWritten(NotifierKeys.PASSWORD_ENV)
                || settings.wasWritten(NotifierKeys.PASSWORD_FILE);
        if (hasUser && !hasPassword) {
            settings.reject(NotifierKeys.USERNAME, "username has no password beside it", "both or none", "");
        } else if (hasPassword && !hasUser) {
            settings.reject(NotifierKeys.PASSWORD, "password has no username beside it", "both or none", "");
        }
        if (settings.get(NotifierKeys.TLS_MODE) == MailTls.OFF && (hasUser || hasPassword)) {
            settings.reject(NotifierKeys.TLS_MODE, "tls_mode = \"off\" would send the password in the clear",
                    "\"starttls\" or \"implicit\" with credentials", "");
        }
        return password;
    }

    /** The value of a key, of the variable or of the file that one of its old spellings names. */
    private String credential(Settings settings, Key<String> plain, Key<String> variable, Key<String> file,
            boolean required) {
        List<Key<String>> written = new ArrayList<>(List.of(plain, variable, file));
        written.removeIf(key -> !settings.has(key));
        if (written.size() > 1) {
            written.sort((left, right) -> placeOf(settings, left).compareTo(placeOf(settings, right)));
            settings.reject(written.getLast(), String.join(" and ", written.stream().map(Key::name).toList())
                    + " are several sources of one secret", "exactly one", "keep " + plain.name());
            return "";
        }
        if (written.isEmpty()) {
            if (required && !settings.wasWritten(plain)) {
                settings.context()
                    .absent(settings.place(), plain.name() + " is missing", plain.type().described(),
                            "add " + plain.name() + " = \"${VARIABLE}\" or \"${file:path}\"");
            }
            return "";
        }
        String value = settings.value(written.getFirst());
        Given<String> given = settings.given(written.getFirst());
        if (written.getFirst() == plain || given == null) {
            return value;
        }
        given.context()
            .problems()
            .warning(given.keyPlace(), given.context().path(), settings.context().subject() + ": \""
                    + given.writtenAs() + "\" is an old spelling",
                    "write " + plain.name() + " = \""
                            + (written.getFirst() == variable ? "${" + value + "}" : "${file:" + value + "}") + "\"");
        return written.getFirst() == variable ? fromVariable(given) : fromFile(given);
    }

    private static Place placeOf(Settings settings, Key<String> key) {
        Given<String> given = settings.given(key);
        return given == null ? settings.place() : given.place();
    }

    private String fromVariable(Given<String> given) {
        @Nullable
        String value = surroundings.variable(given.value());
        if (value == null) {
            given.context()
                .reject(given.place(), "the variable " + given.value() + " is not set", "a variable of the daemon",
                        "");
        }
        return value == null ? "" : value;
    }

    private static String fromFile(Given<String> given) {
        Path path = given.context().expansion().resolve(given.context().file(), given.value());
        try {
            return SourceReader.readText(path).strip();
        } catch (IOException e) {
            given.context()
                .reject(given.place(), given.writtenAs() + " " + SourceReader.reason(path, e)
                        + " (" + path + ")", "a readable file", "");
            return "";
        }
    }
}
