package io.runwisp.engine;

import io.runwisp.config.grammar.EnvNames;
import io.runwisp.config.language.ParamType;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ParamDefinition;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is given to a run, and how it reaches the script. Values never become part of the script's own text: each is one quoted word. */
final class Parameters {

    private Parameters() {
    }

    /** What became of what was given. */
    sealed interface Resolved {
    }

    /** Every parameter has its value; null for one that is left out. */
    record Values(Map<String, @Nullable String> values) implements Resolved {

        public Values {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** It does not fit. */
    record Refused(String reason) implements Resolved {
    }

    /** Fills in defaults, and judges what was given: a key that is absent gets its default, null is left out on purpose. */
    static Resolved resolve(List<ParamDefinition> params, Map<String, @Nullable String> given) {
        for (String key : given.keySet()) {
            if (params.stream().noneMatch(param -> param.key().equals(key))) {
                return new Refused("there is no parameter \"" + key + "\"; expected " + known(params));
            }
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (ParamDefinition param : params) {
            String value = given.containsKey(param.key()) ? given.get(param.key()) : param.fallback();
            if (param.kind() == ParamDefinition.Kind.FLAG && value == null) {
                value = "false";
            }
            String fault = fault(param, value);
            if (fault != null) {
                return new Refused("parameter \"" + param.key() + "\" " + fault);
            }
            values.put(param.key(), value);
        }
        return new Values(values);
    }

    /** The command of a run that was given these. */
    static Command applied(Command command, List<ParamDefinition> params, Map<String, @Nullable String> values) {
        SortedMap<String, String> variables = new TreeMap<>();
        StringBuilder tokens = new StringBuilder();
        for (ParamDefinition param : params) {
            String value = values.get(param.key());
            if (value == null) {
                continue;
            }
            switch (param.kind()) {
                case ENV -> variables.put(param.key(), value);
                case ARG -> append(tokens, value);
                case OPTION -> option(tokens, param.key(), value);
                case FLAG -> {
                    if (value.equals("true")) {
                        append(tokens, param.key());
                    }
                }
            }
        }
        if (variables.isEmpty() && tokens.isEmpty()) {
            return command;
        }
        String script = tokens.isEmpty() ? command.script() : command.script().stripTrailing() + tokens;
        return command.with(script, variables);
    }

    private static void option(StringBuilder tokens, String key, String value) {
        if (key.endsWith("=")) {
            append(tokens, key + value);
        } else {
            append(tokens, key);
            append(tokens, value);
        }
    }

    private static void append(StringBuilder tokens, String token) {
        tokens.append(" '").append(token.replace("'", "'\\''")).append('\'');
    }

    private static @Nullable String fault(ParamDefinition param, @Nullable String value) {
        if (value == null) {
            return param.required() ? "is required, and no value was given" : null;
        }
        if (EnvNames.faultOfValue(value).isPresent()) {
            return "cannot be delivered: " + EnvNames.faultOfValue(value).get();
        }
        if (param.kind() == ParamDefinition.Kind.FLAG) {
            return value.equals("true") || value.equals("false") ? null : "is a flag; expected true or false";
        }
        if (param.type() == ParamType.NUMBER && !isNumber(value)) {
            return "is not a number";
        }
        return param.choices().isEmpty() || param.allowCustom() || param.choices().contains(value)
                ? null
                : "is not among its choices; expected one of " + String.join(", ", param.choices());
    }

    private static String known(List<ParamDefinition> params) {
        return params.isEmpty()
                ? "none at all"
                : params.stream().map(ParamDefinition::key).collect(Collectors.joining(", "));
    }

    private static boolean isNumber(String text) {
        try {
            return !new BigDecimal(text).toString().isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
