package io.runwisp.dashboard;

import io.runwisp.image.Client;
import io.runwisp.image.Daemon;
import io.runwisp.image.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A daemon that a browser visits: its folder, its password, and somebody beside the browser who asks it for things. */
final class House implements AutoCloseable {

    final Path folder;
    private Daemon daemon;
    private Client client;

    private House(Path folder, Daemon daemon, Client client) {
        this.folder = folder;
        this.daemon = daemon;
        this.client = client;
    }

    /** Opens one on a configuration. */
    static House open(Path folder, String toml) throws Exception {
        Daemon daemon = Daemon.ready(folder, toml);
        return new House(folder, daemon, new Client(daemon.url()).login(password(folder)));
    }

    /** Opens one that asks nobody for a password. */
    static House unlocked(Path folder, String toml) throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        Daemon daemon = Daemon.start(folder, Map.of("RUNWISP_AUTH", "off"), List.of("--port", "0")).awaitReady();
        return new House(folder, daemon, new Client(daemon.url()));
    }

    URI url() {
        return daemon.url();
    }

    long pid() {
        return daemon.pid();
    }

    String password() throws IOException {
        return password(folder);
    }

    /** Writes the configuration anew; nobody takes it yet. */
    void write(String toml) throws IOException {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
    }

    /** Kills the daemon; its address stays its own. */
    void kill() throws Exception {
        daemon.kill();
    }

    /** Starts it again at the address where it was. */
    void again(Map<String, String> variables) throws Exception {
        int port = url().getPort();
        client.close();
        daemon = Daemon.start(folder, variables, List.of("--port", Integer.toString(port))).awaitReady();
        client = new Client(daemon.url()).login(variables.getOrDefault("RUNWISP_PASSWORD", password()));
    }

    /** Lets a task run to its end and answers with the id of the run. */
    String run(String task, String body) throws Exception {
        return id(client.post("/api/tasks/" + task + "/trigger?wait=true", body));
    }

    /** Starts a run and answers with its id. */
    String begin(String task) throws Exception {
        return id(client.post("/api/tasks/" + task + "/trigger", "{}"));
    }

    void stop(String task, String run) throws Exception {
        client.post("/api/tasks/" + task + "/runs/" + run + "/stop", "");
    }

    /** Asks for something. */
    String get(String path) throws Exception {
        return client.get(path).body();
    }

    /** Tells it to do something. */
    String post(String path) throws Exception {
        return client.post(path, "").body();
    }

    /** Waits until an answer contains a text. */
    void awaits(String path, String text) throws Exception {
        String[] last = {""};
        Patience.until(path + " says «" + text + "»", () -> {
            last[0] = get(path);
            return last[0].contains(text);
        }, () -> last[0]);
    }

    private static String password(Path folder) throws IOException {
        return Files.readString(folder.resolve("data/password")).strip();
    }

    private static String id(HttpResponse<String> answer) {
        return Client.field("id", answer.body());
    }

    @Override
    public void close() {
        client.close();
        daemon.close();
    }
}
