package io.runwisp.daemon.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells one start of the machine from the next. */
final class MachineStart {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path FIRST_PROCESS = Path.of("/proc/1/stat");
    /** The start time, counted behind the name of the program, which is in parentheses and may contain blanks. */
    private static final int START_TIME = 19;

    private MachineStart() {
    }

    /** A text that is another one after each start, also after that of a container, which shares the kernel; null when it cannot be told. */
    static @Nullable String id() {
        try {
            String first = Files.readString(FIRST_PROCESS);
            List<String> fields = List.of(first.substring(first.lastIndexOf(')') + 2).split(" ", -1));
            return Files.readString(BOOT_ID).strip() + "/" + fields.get(START_TIME);
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
