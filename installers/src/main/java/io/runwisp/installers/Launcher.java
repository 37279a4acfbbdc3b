package io.runwisp.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The command that people call: a shell script that names the jars and the AOT caches of its own image. */
record Launcher(Jars jars, String ofDaemon, String ofCommands, String mainClass) {

    /** Fills the template in and makes it executable. */
    void write(Path template, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(template)
            .replace("@DAEMON_CACHE@", ofDaemon)
            .replace("@COMMANDS_CACHE@", ofCommands)
            .replace("@CLASS_PATH@", jars.classPath("$image/lib/"))
            .replace("@MAIN_CLASS@", mainClass));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
