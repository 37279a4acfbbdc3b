package io.runwisp.process;

import io.runwisp.config.language.EnvironmentBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the daemon, and what its children get of it. Values are kept as bytes, one character each: whatever the daemon was given, in whatever
 * encoding, is handed on unchanged.
 */
final class Variables {

    private static final String OWN_PREFIX = "RUNWISP_";
    private static final String CLEAN_PATH = "/usr/bin:/bin";

    private final SortedMap<String, String> inherited;

    private Variables(SortedMap<String, String> inherited) {
        this.inherited = inherited;
    }

    /** Those that this process was started with. */
    static Variables ofThisProcess() {
        SortedMap<String, String> found = new TreeMap<>();
        try {
            String all = new String(Files.readAllBytes(Path.of("/proc/self/environ")), StandardCharsets.ISO_8859_1);
            for (String entry : all.split("\0", -1)) {
                int equals = entry.indexOf('=');
                if (equals > 0) {
                    found.put(entry.substring(0, equals), entry.substring(equals + 1));
                }
            }
        } catch (IOException _) {
            System.getenv().forEach((name, value) -> found.put(asBytes(name), asBytes(value)));
        }
        return of(found);
    }

    /** Those of a daemon that was started with these. */
    static Variables of(Map<String, String> environment) {
        SortedMap<String, String> kept = new TreeMap<>(environment);
        kept.keySet().removeIf(name -> name.startsWith(OWN_PREFIX));
        return new Variables(kept);
    }

    /** All of them. */
    SortedMap<String, String> inherited() {
        return inherited;
    }

    /** One of them, or null. */
    @Nullable
    String get(String name) {
        return inherited.get(name);
    }

    /**
     * The environment of a child.
     *
     * @param account whose process it is; null for the daemon's own account, which an inherited environment names already
     * @param own looks that account up where it must be known
     * @param over the variables of the configuration
     */
    List<byte[]> child(EnvironmentBase base, String shell, @Nullable Account account, Supplier<Account> own,
            SortedMap<String, String> over) {
        SortedMap<String, String> all = new TreeMap<>();
        switch (base) {
            case INHERIT -> all.putAll(inherited);
            case CLEAN -> {
                all.put("PATH", CLEAN_PATH);
                all.put("SHELL", asBytes(shell));
                (account == null ? own.get() : account).putInto(all);
            }
        }
        if (account != null) {
            account.putInto(all);
        }
        over.forEach((name, value) -> all.put(asBytes(name), asBytes(value)));
        List<byte[]> entries = new ArrayList<>();
        all.forEach((name, value) -> entries.add((name + "=" + value).getBytes(StandardCharsets.ISO_8859_1)));
        return entries;
    }

    /** The bytes of a text, one character each. */
    static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
