package io.runwisp.config.load;

import io.runwisp.config.Unit;
import io.runwisp.config.grammar.EnvNames;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.ParamType;
import io.runwisp.config.language.PartKeys;
import io.runwisp.config.language.RunOnStart;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of {@code params}. */
final class ParamRules {

    private static final List<Key<String>> KINDS = List.of(PartKeys.ENV, PartKeys.ARG, PartKeys.OPTION, PartKeys.FLAG);
    private static final List<Key<?>> NOT_ON_FLAGS = List.of(PartKeys.TYPE, PartKeys.CHOICES, PartKeys.ALLOW_CUSTOM,
            PartKeys.REQUIRED);

    private final Unit unit;
    private String current = "";
    private final Set<String> names = new HashSet<>();
    private boolean optionalArgument;

    private ParamRules(Unit unit) {
        this.unit = unit;
    }

    static void check(Unit unit) {
        List<Settings> params = unit.get(TaskKeys.PARAMS);
        if (params != null) {
            ParamRules rules = new ParamRules(unit);
            params.forEach(rules::one);
        }
    }

    private void one(Settings param) {
        List<Key<String>> kinds = new ArrayList<>(KINDS);
        kinds.removeIf(kind -> !param.has(kind));
        if (kinds.size() != 1) {
            param.context()
                .reject(param.place(), kinds.isEmpty()
                        ? "this parameter says neither env, arg, option nor flag"
                        : "this parameter says " + String.join(" and ", kinds.stream().map(Key::name).toList()),
                        "exactly one of env, arg, option, flag", "");
            return;
        }
        Key<String> kind = kinds.getFirst();
        String name = param.value(kind);
        current = name;
        name(param, kind, name);
        if (!names.add(name)) {
            reject(param, kind, "it stands twice", "each once", "");
        }
        if (kind == PartKeys.FLAG) {
            flag(param);
        } else {
            values(param);
        }
        required(param, kind, name);
    }

    private void name(Settings param, Key<String> kind, String name) {
        if (kind == PartKeys.ENV) {
            if (EnvNames.faultOfKey(name).isPresent()) {
                reject(param, kind, "env \"" + name + "\" is not the name of a variable",
                        "letters, digits and _, no digit first",
                        "");
            } else if (unit.environment().plain().containsKey(name) || unit.environment().secret().containsKey(name)) {
                reject(param, kind, "variable " + name + " is set in env or secrets too", "one source of a variable",
                        "rename one of them");
            }
        } else if (kind == PartKeys.ARG) {
            if (name.isEmpty()
                    || !name.chars().allMatch(c -> c == '_' || c == '-' || c < 128 && Character.isLetterOrDigit(c))) {
                reject(param, kind, "arg \"" + name + "\" is not a name", "letters, digits, _ and -", "");
            }
        } else if (!name.startsWith("-") || name.chars().anyMatch(Character::isWhitespace)) {
            reject(param, kind, kind.name() + " \"" + name + "\" does not look like one",
                    "a word that begins with -, without blanks, such as \"--since\"", "");
        }
    }

    private void flag(Settings param) {
        for (Key<?> key : NOT_ON_FLAGS) {
            if (param.has(key)) {
                reject(param, key, key.name() + " makes no sense on a flag, which is there or not",
                        "only flag, default and description", "");
            }
        }
        String value = param.get(PartKeys.DEFAULT);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            reject(param, PartKeys.DEFAULT, "default \"" + value + "\" of a flag is not a boolean", "true or false",
                    "");
        }
    }

    private void values(Settings param) {
        Given<List<String>> choices = param.given(PartKeys.CHOICES);
        boolean number = param.value(PartKeys.TYPE) == ParamType.NUMBER;
        String value = param.get(PartKeys.DEFAULT);
        if (param.value(PartKeys.ALLOW_CUSTOM) && choices == null) {
            reject(param, PartKeys.ALLOW_CUSTOM, "allow_custom without choices allows what is allowed anyway",
                    "choices beside it", "");
        }
        String wrong = choices == null || !number
                ? null
                : choices.value().stream().filter(choice -> !isNumber(choice)).findFirst().orElse(null);
        if (wrong != null) {
            reject(param, PartKeys.CHOICES, "choice \"" + wrong + "\" is not a number, and type is \"number\"",
                    "numbers only", "");
        }
        if (value == null) {
            return;
        }
        if (EnvNames.faultOfValue(value).isPresent()) {
            reject(param, PartKeys.DEFAULT, "default cannot be delivered: " + EnvNames.faultOfValue(value).get(),
                    "at most 32 KiB, without NUL", "");
        } else if (number && !isNumber(value)) {
            reject(param, PartKeys.DEFAULT, "default \"" + value + "\" is not a number, and type is \"number\"",
                    "a number", "");
        } else if (choices != null && !param.value(PartKeys.ALLOW_CUSTOM) && !choices.value().contains(value)) {
            reject(param, PartKeys.DEFAULT, "default \"" + value + "\" is not among the choices",
                    "one of " + String.join(", ", choices.value()), "or write allow_custom = true");
        }
    }

    private void required(Settings param, Key<String> kind, String name) {
        boolean required = param.value(PartKeys.REQUIRED);
        boolean hasDefault = param.has(PartKeys.DEFAULT);
        if (kind == PartKeys.ARG) {
            if (required && optionalArgument) {
                reject(param, PartKeys.REQUIRED, "required arg \"" + name + "\" follows an optional one",
                        "required args first", "");
            }
            optionalArgument |= !required;
        }
        boolean byItself = unit.settings().has(TaskKeys.CRON) || unit.value(TaskKeys.RUN_ON_START) != RunOnStart.NEVER;
        if (kind != PartKeys.FLAG && required && !hasDefault && byItself) {
            reject(param, PartKeys.REQUIRED, "it is required, but nobody gives it when cron or run_on_start fires",
                    "a default", "add default = …, or drop required");
        }
    }

    private void reject(Settings param, Key<?> key, String message, String expected, String remedy) {
        param.reject(key, "parameter \"" + current + "\": " + message, expected, remedy);
    }

    private static boolean isNumber(String text) {
        try {
            return !new BigDecimal(text).toString().isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
