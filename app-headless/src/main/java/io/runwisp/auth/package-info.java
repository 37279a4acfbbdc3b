/**
 * Who may come in: the password of a daemon and the file that keeps it.
 *
 * <p>Owned by no thread. Imports the JDK only. Invariants: a password is written with mode 0600 whatever the umask,
 * never over another one and never through a symbolic link; it is never logged.
 */
@NullMarked
package io.runwisp.auth;

import org.jspecify.annotations.NullMarked;
