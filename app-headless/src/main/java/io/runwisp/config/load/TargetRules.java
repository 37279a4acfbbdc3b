package io.runwisp.config.load;

import io.runwisp.config.grammar.MailAddresses;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Table;
import io.runwisp.config.load.Declared.DeclaredNotifier;
import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of every list that names notifiers. */
final class TargetRules {

    private static final String BELL = "inapp";

    private final Map<String, @Nullable Table> types = new HashMap<>();

    TargetRules(List<DeclaredNotifier> declared) {
        declared.forEach(notifier -> types.put(notifier.id(), notifier.type()));
    }

    /** Checks a list of {@code id} and {@code id:target}. */
    void check(@Nullable Given<List<String>> list, boolean targetsAllowed) {
        if (list == null) {
            return;
        }
        for (int i = 0; i < list.value().size(); i++) {
            Place place = list.node() instanceof Node.Items items && i < items.items().size()
                    ? items.items().get(i).place()
                    : list.place();
            one(list.value().get(i).strip(), list, place, targetsAllowed);
        }
    }

    private void one(String token, Given<List<String>> list, Place place, boolean targetsAllowed) {
        int colon = token.indexOf(':');
        String id = colon < 0 ? token : token.substring(0, colon);
        String name = list.writtenAs();
        if (token.isEmpty()) {
            return;
        }
        if (id.isBlank()) {
            list.context().reject(place, name + " \"" + token + "\" names no notifier", "\"id\" or \"id:target\"", "");
        } else if (!id.equals(BELL) && !types.containsKey(id)) {
            unknown(id, name, list, place);
        } else if (colon >= 0 && !targetsAllowed) {
            list.context().reject(place, name + " \"" + token + "\" has a target", "ids alone", "write \"" + id + "\"");
        } else if (colon >= 0) {
            String fault = fault(id, token.substring(colon + 1));
            if (!fault.isEmpty()) {
                list.context()
                    .reject(place, name + " \"" + token + "\": " + fault,
                            "\"id\", or \"id:target\" where the type has targets",
                            "");
            }
        }
    }

    private void unknown(String id, String name, Given<List<String>> list, Place place) {
        List<String> known = new ArrayList<>(types.keySet());
        known.add(BELL);
        String near = NearestName.in(known, id)
            .map(one -> "did you mean \"" + one + "\"?")
            .orElse("declare it: [[notifier]] with id = \"" + id + "\" and a type");
        list.context()
            .absent(place, name + " names \"" + id + "\", and no notifier has that id",
                    "\"inapp\" or the id of a declared notifier", near);
    }

    private String fault(String id, String target) {
        Table type = types.get(id);
        if (target.isBlank()) {
            return "nothing stands behind the colon";
        }
        if (id.equals(BELL)) {
            return "the bell has no targets";
        }
        return type == null ? "" : switch (type) {
            case SLACK -> target.startsWith("#") || target.startsWith("@") ? "" : "a Slack target begins with # or @";
            case TELEGRAM -> target.matches("-?[0-9]+|@[A-Za-z0-9_]+") ? "" : "a Telegram target is a chat id or @name";
            case SMTP, SENDMAIL -> MailAddresses.read(target) instanceof Reading.Bad<?> bad
                    ? "its target is not a mail address: " + bad.reason()
                    : "";
            case NTFY ->
                target.matches("[A-Za-z0-9_-]{1,64}") ? "" : "an ntfy target is a topic: letters, digits, _ and -";
            case PUSHOVER -> "";
            default -> "a notifier of type " + type.name().toLowerCase(java.util.Locale.ROOT) + " has no targets";
        };
    }
}
