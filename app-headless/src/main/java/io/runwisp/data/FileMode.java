package io.runwisp.data;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The modes in the data directory. */
public enum FileMode {

    /** A directory: its owner alone. */
    DIRECTORY("rwx------"),
    /** A file that its owner alone may read: password, process id, the log of a daemon in the background. */
    SECRET("rw-------"),
    /** A file that whoever gets into the directory may read: database and output of runs. */
    READABLE("rw-r--r--");

    private final String text;

    FileMode(String text) {
        this.text = text;
    }

    /** What it allows. */
    Set<PosixFilePermission> permissions() {
        return PosixFilePermissions.fromString(text);
    }

    /** For the call that creates; the umask may take away from it and never adds. */
    FileAttribute<Set<PosixFilePermission>> attribute() {
        return PosixFilePermissions.asFileAttribute(permissions());
    }

    /** What is left of others when everything goes that this mode does not allow. */
    Set<PosixFilePermission> within(Set<PosixFilePermission> others) {
        Set<PosixFilePermission> left = EnumSet.noneOf(PosixFilePermission.class);
        left.addAll(others);
        left.retainAll(permissions());
        return left;
    }
}
