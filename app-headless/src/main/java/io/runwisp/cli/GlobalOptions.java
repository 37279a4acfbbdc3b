package io.runwisp.cli;

import java.util.List;

/** The options that every command understands. */
public final class GlobalOptions {

    public static final Option CONFIG = Option.value("config", 'c', "FILE",
            "the configuration (default: runwisp.toml)");
    public static final Option DATA = Option.value("data", "DIR", "where RunWisp keeps its data (default: data)");
    public static final Option PORT = Option.value("port", 'p', "PORT", "the port of the daemon (default: 9477)");
    public static final Option HOST = Option.value("host", "HOST", "the address of the daemon (default: 127.0.0.1)");
    public static final Option HELP = Option.flag("help", 'h', "explain the command");
    public static final Option VERSION = Option.flag("version", "print the version");

    /** All of them, in the order of the help. */
    public static final List<Option> ALL = List.of(CONFIG, DATA, PORT, HOST, HELP, VERSION);

    static final int HIGHEST_PORT = 65_535;

    private GlobalOptions() {
    }
}
