package io.runwisp.cli.remote;

import io.runwisp.client.http.Credentials;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.client.http.TokenShelf;

/** The way to daemons. */
@FunctionalInterface
public interface Daemons {

    /** The daemon at an address; nothing is sent yet, and whoever asked for it closes it. */
    HttpDaemonApi at(DaemonAddress address, Credentials credentials, TokenShelf shelf);
}
