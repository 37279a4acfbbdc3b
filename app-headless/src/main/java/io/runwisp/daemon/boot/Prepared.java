package io.runwisp.daemon.boot;

import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Fingerprint;
import java.util.List;

/**
 * What the first seven steps found.
 *
 * @param notices what an operator should know, a sentence or two each
 */
public record Prepared<C, D>(C configuration, DataDirectory directory, D database, Fingerprint fingerprint,
        Password password, JwtSecret.Resolution secret, Reconciliation reconciliation, List<String> notices) {

    public Prepared {
        notices = List.copyOf(notices);
    }
}
