package io.runwisp.config.language;

import static io.runwisp.config.language.Table.DAEMON;
import static io.runwisp.config.language.Table.SCHEDULER;
import static io.runwisp.config.language.Table.STORAGE;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The keys of {@code [daemon]}, {@code [scheduler]} and {@code [storage]}. */
public final class DaemonKeys {

    static final Keys ALL = new Keys();

    public static final Key<Long> MAX_SIZE = ALL
        .key("max_size", Numbers.size(true), "Cap on all logs together; the oldest ended runs go first. 0 is no cap.")
        .on(STORAGE)
        .byDefault(0L);
    public static final Key<Long> MIN_FREE_SPACE = ALL
        .key("min_free_space", Numbers.size(true),
                "Free disk below which no run starts and logging stops. 0 is no check.")
        .on(STORAGE)
        .byDefault(0L);

    public static final Key<ZoneId> TIMEZONE = ALL
        .key("timezone", ValueTypes.ZONE, "Zone of every cron that names none.")
        .on(SCHEDULER, DAEMON)
        .defaultText("that of the host")
        .soughtAs("tz", "time_zone");

    public static final Key<Duration> SHUTDOWN_TIMEOUT = ALL
        .key("shutdown_timeout", Numbers.zeroIsDefault(Numbers.DURATION, Duration.ZERO),
                "Time for everything to end at shutdown; `0s` is the default.")
        .on(DAEMON)
        .byDefault(Duration.ofSeconds(10));
    public static final Key<String> EXTERNAL_URL = ALL
        .key("external_url", ValueTypes.BASE_ADDRESS,
                "Address of the dashboard as people reach it, for links in notices.")
        .on(DAEMON);
    public static final Key<List<String>> INCLUDE = ALL
        .key("include", Types.listOf(ValueTypes.GLOB, "a list of strings: file patterns such as [\"jobs.d/*.toml\"]"),
                "More files to read, relative to this one.")
        .on(DAEMON);
    public static final Key<Boolean> METRICS_ENABLED = ALL
        .key("metrics_enabled", Types.TRUTH, "Whether /metrics answers.")
        .on(DAEMON)
        .reload(Reload.BOOT)
        .defaultText("false; true where metrics_listen is set");
    public static final Key<String> METRICS_LISTEN = ALL
        .key("metrics_listen", ValueTypes.HOST_PORT, "Own listener for metrics only.")
        .on(DAEMON)
        .reload(Reload.BOOT);
    public static final Key<TlsMode> TLS = ALL
        .key("tls", ValueTypes.TLS, "Only `off`: the daemon speaks plain HTTP, a proxy in front of it speaks TLS.")
        .on(DAEMON)
        .byDefault(TlsMode.OFF)
        .reload(Reload.BOOT);
    public static final Key<List<String>> TRUSTED_PROXIES = ALL
        .key("trusted_proxies",
                Types.listOf(ValueTypes.IP_RANGE,
                        "a list of strings: addresses or ranges such as [\"127.0.0.1\", \"10.20.0.0/16\"]"),
                "Whose X-Forwarded headers are believed.")
        .on(DAEMON);
    public static final Key<Boolean> KILL_CHILDREN_ON_CRASH = ALL
        .key("kill_children_on_crash", Types.TRUTH, "Whether the kernel kills running processes if the daemon dies.")
        .on(DAEMON)
        .byDefault(false);

    static {
        String proxy = "the daemon speaks plain HTTP on loopback";
        String proxyRemedy = "let a reverse proxy in front of it speak TLS, and name it in trusted_proxies";
        ALL.refuse("tls_cert", proxy, proxyRemedy, DAEMON)
            .refuse("tls_key", proxy, proxyRemedy, DAEMON)
            .refuse("host", "it is a flag", "start with: runwisp daemon --host 127.0.0.1", DAEMON)
            .refuse("port", "it is a flag", "start with: runwisp daemon --port 9477", DAEMON)
            .refuse("data", "it is a flag", "start with: runwisp daemon --data data", DAEMON)
            .refuse("include_cron", "crontabs are not read at run time",
                    "write each line as a [tasks.<name>] with cron = \"…\" and run = \"…\"", DAEMON)
            .ignore("check_updates", "this product never phones home", DAEMON)
            .ignore("allow_cloud_dispatch", "there is no remote dispatch", DAEMON)
            .ignore("allow_station_dispatch", "there is no remote dispatch", DAEMON);
    }

    private DaemonKeys() {
    }
}
