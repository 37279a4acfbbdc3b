package io.runwisp.cli.remote;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.http.Credentials;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.client.http.TokenShelf;

/** The way to daemons. */
@FunctionalInterface
public interface Daemons {

    /** The daemon at an address; nothing is sent yet. */
    DaemonApi at(DaemonAddress address, Credentials credentials, TokenShelf shelf);
}
