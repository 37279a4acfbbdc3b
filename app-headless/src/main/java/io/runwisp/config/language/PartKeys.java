package io.runwisp.config.language;

import static io.runwisp.config.language.Table.HOOK_TOKEN;
import static io.runwisp.config.language.Table.PARAM;

import java.util.List;
import java.util.Map;

/** The keys of the small tables inside a unit: parameters and inbound tokens. */
public final class PartKeys {

    static final Keys ALL = new Keys();

    public static final Key<String> ENV = ALL
        .key("env", Types.TEXT, "Delivered as this environment variable.")
        .on(PARAM);
    public static final Key<String> ARG = ALL
        .key("arg", Types.TEXT, "Delivered as a positional argument.")
        .on(PARAM);
    public static final Key<String> OPTION = ALL
        .key("option", Types.TEXT, "Delivered as an option: `--name value`, or glued where the key ends in `=`.")
        .on(PARAM);
    public static final Key<String> FLAG = ALL
        .key("flag", Types.TEXT, "Delivered as this word, or not at all.")
        .on(PARAM);
    public static final Key<String> DEFAULT = ALL
        .key("default", ValueTypes.PARAM_VALUE, "Value where none is given.")
        .on(PARAM)
        .literal();
    public static final Key<Boolean> REQUIRED = ALL
        .key("required", Types.TRUTH, "Whether a value must be there.")
        .on(PARAM)
        .byDefault(false);
    public static final Key<ParamType> TYPE = ALL
        .key("type", Types.oneOf(ParamType.class, Map.of()), "What values look like.")
        .on(PARAM)
        .byDefault(ParamType.STRING);
    public static final Key<List<String>> CHOICES = ALL
        .key("choices", Types.listOf(ValueTypes.PARAM_VALUE, "a list of strings, numbers or booleans"),
                "The values to choose from.")
        .on(PARAM);
    public static final Key<Boolean> ALLOW_CUSTOM = ALL
        .key("allow_custom", Types.TRUTH, "Whether other values than the choices are taken.")
        .on(PARAM)
        .byDefault(false);
    public static final Key<String> DESCRIPTION = ALL
        .key("description", Types.TEXT, "What it is, for people.")
        .on(PARAM)
        .byDefault("")
        .outdated("desc");

    public static final Key<String> TOKEN = ALL
        .key("token", Types.TEXT, "The token, at least 32 characters without blanks.")
        .requiredOn(HOOK_TOKEN)
        .secret();
    public static final Key<List<HookAction>> ALLOW = ALL
        .key("allow", Types.listOf(Types.oneOf(HookAction.class, Map.of()), "a list of run, start, stop, restart"),
                "What the token may do.")
        .on(HOOK_TOKEN)
        .defaultText("everything");

    private PartKeys() {
    }
}
