package io.runwisp.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of this machine that change what a process may do. Nothing needs more than one of them.
 *
 * @param setpriv that of util-linux, or null
 * @param chroot that of coreutils, or null
 */
record Tools(@Nullable Path setpriv, @Nullable Path chroot) {

    private static final List<String> FOLDERS = List.of("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/");
    private static final String SMALL_TOOLS = "busybox";

    static Tools ofThisMachine() {
        return new Tools(find("setpriv"), find("chroot"));
    }

    /** A tool with all its options: that of BusyBox has the name only. */
    private static @Nullable Path find(String name) {
        for (String folder : FOLDERS) {
            Path path = Path.of(folder + name);
            try {
                if (Files.isExecutable(path)
                        && !String.valueOf(path.toRealPath().getFileName()).contains(SMALL_TOOLS)) {
                    return path;
                }
            } catch (IOException _) {
                // A link to nowhere: look on.
            }
        }
        return null;
    }
}
