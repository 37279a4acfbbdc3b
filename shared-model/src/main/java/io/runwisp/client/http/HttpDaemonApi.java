package io.runwisp.client.http;

import io.runwisp.client.BellOperations;
import io.runwisp.client.HostOperations;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogOperations;
import io.runwisp.client.RunOperations;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.UnitOperations;

/** A daemon that is reached over HTTP, on this machine or another. May be used by any thread. */
public final class HttpDaemonApi implements JoinedDaemonApi, AutoCloseable {

    private final Channel channel;

    /**
     * Nothing is sent yet.
     *
     * @param credentials asked when the daemon wants a login
     * @param shelf where the token of a login is kept
     */
    public HttpDaemonApi(DaemonAddress daemon, Credentials credentials, TokenShelf shelf) {
        this(new Channel(daemon, Transport.to(daemon), credentials, shelf));
    }

    HttpDaemonApi(Channel channel) {
        this.channel = channel;
    }

    /** Where it is. */
    public DaemonAddress daemon() {
        return channel.daemon();
    }

    /**
     * Returns when the daemon works, its engine and its disk included. Needs no password.
     *
     * @throws io.runwisp.client.ApiProblem {@code engine_stuck} or {@code journal_stalled} when it does not
     */
    public void health() {
        channel.health();
    }

    @Override
    public HostOperations host() {
        return new HttpHost(channel);
    }

    @Override
    public UnitOperations units() {
        return new HttpUnits(channel);
    }

    @Override
    public RunOperations history() {
        return new HttpRuns(channel);
    }

    @Override
    public LogOperations logs() {
        return new HttpLogs(channel);
    }

    @Override
    public BellOperations bell() {
        return new HttpBell(channel);
    }

    @Override
    public StreamOperations streams() {
        return new HttpStreams(channel);
    }

    /** Ends its streams and what is in flight. */
    @Override
    public void close() {
        channel.close();
    }
}
