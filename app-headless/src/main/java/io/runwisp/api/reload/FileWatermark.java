package io.runwisp.api.reload;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.UnitKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the files of a configuration were when it was read: identity, size and time first, what stands in them where those differ. */
final class FileWatermark {

    private record Seen(String look, String hash) {
    }

    private final Map<Path, Seen> files = new TreeMap<>();

    private FileWatermark(Set<Path> paths) {
        paths.forEach(path -> files.put(path, new Seen(look(path), hash(path))));
    }

    /** The files of this configuration as they are now. */
    static FileWatermark of(Config config) {
        Set<Path> paths = new TreeSet<>(config.files());
        for (Unit unit : config.units().values()) {
            String file = unit.get(UnitKeys.ENV_FILE);
            if (file != null) {
                paths.add(config.file().resolveSibling(file));
            }
        }
        return new FileWatermark(paths);
    }

    /** Whether one of them holds something else now. A file that was only touched does not. */
    boolean differs() {
        boolean differs = false;
        for (Map.Entry<Path, Seen> file : files.entrySet()) {
            String look = look(file.getKey());
            if (!look.equals(file.getValue().look())) {
                String hash = hash(file.getKey());
                differs |= !hash.equals(file.getValue().hash());
                if (hash.equals(file.getValue().hash())) {
                    file.setValue(new Seen(look, hash));
                }
            }
        }
        return differs;
    }

    private static String look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "none";
        }
    }

    private static String hash(Path path) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException e) {
            return "none";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }
}
