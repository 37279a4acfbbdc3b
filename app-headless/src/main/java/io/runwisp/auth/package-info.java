/**
 * Who may come in: the password of a daemon, the file that keeps it, the key that signs logins, and whether there is a
 * login at all. {@code auth.gate} is the door itself.
 *
 * <p>Owned by no thread. Imports {@code data} and {@code model}. Invariants: a password is written with mode 0600 whatever the umask,
 * never over another one and never through a symbolic link; one from the environment is written nowhere; neither
 * password nor key is ever logged.
 */
@NullMarked
package io.runwisp.auth;

import org.jspecify.annotations.NullMarked;
