package io.runwisp.api.local;

import io.runwisp.client.BellOperations;
import io.runwisp.client.HostOperations;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogOperations;
import io.runwisp.client.RunOperations;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.UnitOperations;

/** The daemon of this process. Who may ask is for the routes to decide. */
public record LocalDaemonApi(HostOperations host, UnitOperations units, RunOperations history, LogOperations logs,
        BellOperations bell, StreamOperations streams) implements JoinedDaemonApi {
}
