package io.runwisp.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** What the second process does: one order a line, one answer a line. */
final class DataProcess {

    private @Nullable DaemonLock held;

    private DataProcess() {
    }

    public static void main(String[] arguments) throws IOException {
        DataProcess process = new DataProcess();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            System.out.println(process.obey(words[0], new DataDirectory(Path.of(words[1]))));
        }
    }

    private String obey(String order, DataDirectory directory) throws IOException {
        return switch (order) {
            case "open" -> switch (Opening.of(directory.path())) {
                case Opening.Opened opened -> "opened " + opened.notices();
                case Opening.Refused(Refusal refusal) -> refusal.title() + " " + refusal.detail();
            };
            case "take" -> take(directory);
            case "pid" -> {
                lock().writePid();
                yield "written";
            }
            case "release" -> {
                lock().close();
                yield "released";
            }
            case "create" -> SafeFiles.createFile(directory.path(), FileMode.READABLE) + " " + mode(directory.path());
            case "replace" -> {
                SafeFiles.replace(directory.path(), new byte[]{'x'}, FileMode.SECRET);
                yield mode(directory.path());
            }
            case "churn" -> churn(directory);
            default -> throw new IllegalArgumentException(order);
        };
    }

    private String take(DataDirectory directory) {
        return switch (DaemonLock.take(directory)) {
            case DaemonLock.Taken taken -> {
                held = taken.lock();
                yield "taken";
            }
            case DaemonLock.Refused(Refusal refusal) -> refusal.title();
        };
    }

    /** Takes and releases again and again; while it has the lock, nobody else may have it. */
    private String churn(DataDirectory directory) throws IOException {
        Path alone = directory.path().resolve("alone");
        int taken = 0;
        while (taken < 80) {
            if (take(directory).equals("taken")) {
                Files.createDirectory(alone);
                lock().writePid();
                Files.delete(alone);
                lock().close();
                taken++;
            }
        }
        return "never met another";
    }

    private DaemonLock lock() {
        if (held == null) {
            throw new IllegalStateException("take it first");
        }
        return held;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
