/**
 * Who may come in: the password of a daemon, the file that keeps it, and the key that signs logins.
 *
 * <p>Owned by no thread. Imports {@code data}. Invariants: a password is written with mode 0600 whatever the umask,
 * never over another one and never through a symbolic link; one from the environment is written nowhere; neither
 * password nor key is ever logged.
 */
@NullMarked
package io.runwisp.auth;

import org.jspecify.annotations.NullMarked;
