package io.runwisp.api.sse;

import io.runwisp.api.stream.LiveStage;
import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemTimer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What open streams cost, idle and under load. The clients live in the same process, so that their cost is part of every figure. */
public final class StreamsBench implements Bench {

    private static final int CLIENTS = StreamRoom.MOST;
    private static final int LINES_A_SECOND = 10_000;
    private static final int SECONDS = 8;
    private static final int TICKS = 100;
    private static final int PAGES_A_SECOND = 20;
    private static final String TEXT = "2026-11-25 23:10:00 INFO  request served in 12 ms, nothing remarkable about it";

    private final SystemMonotonicClock clock = new SystemMonotonicClock();

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String purpose() {
        return CLIENTS + " clients follow a log that gets " + LINES_A_SECOND
                + " lines a second, beside none; what an idle stream costs beside an idle connection";
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        try (LiveStage stage = new LiveStage(scratch); SystemTimer timer = new SystemTimer("bench-timer")) {
            for (int i = 0; i < 200; i++) {
                stage.run("backup", 0).start(0).print(TEXT).finishLog().end();
            }
            try (StreamSocket server = new StreamSocket(stage, clock, timer::after, null)) {
                idle(server, figures);
            }
            for (int clients : new int[]{0, 1, 8, CLIENTS}) {
                try (StreamSocket server = new StreamSocket(stage, clock, timer::after, null)) {
                    load(stage, server, clients, figures);
                }
            }
        }
    }

    private void idle(StreamSocket server, Figures figures) throws IOException {
        try (ServerSocket mute = new ServerSocket(0, CLIENTS, InetAddress.getLoopbackAddress())) {
            List<Socket> ends = new ArrayList<>();
            long before = heap();
            for (int i = 0; i < CLIENTS; i++) {
                ends.add(new Socket(mute.getInetAddress(), mute.getLocalPort()));
                ends.add(mute.accept());
            }
            figures.baseline("an idle connection, both ends", Math.max(1, (heap() - before) / 1024.0 / CLIENTS), "KiB");
            close(ends);
        }
        List<Socket> open = new ArrayList<>();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long before = heap();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = server.ask("/events");
            socket.getInputStream().readNBytes(40);
            open.add(socket);
        }
        figures.add("an idle stream of events, both ends", (heap() - before) / 1024.0 / CLIENTS, "KiB");
        figures.baseline("platform threads without streams", threads, "threads");
        figures.add("platform threads with " + CLIENTS + " idle streams",
                ManagementFactory.getThreadMXBean().getThreadCount(), "threads");
        long cpu = cpu();
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        figures.baseline("processor time of " + CLIENTS + " idle streams", Math.max(0.01, (cpu() - cpu) / 1e6 / 5),
                "ms/s");
        close(open);
    }

    private void load(LiveStage stage, StreamSocket server, int clients, Figures figures) throws Exception {
        LiveStage.Life run = stage.run("backup", 0).start(0);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService elsewhere = Executors.newCachedThreadPool()) {
            List<Future<long[]>> accounts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Socket socket = server.ask("/log/backup/" + run.id() + "?from=0");
                accounts.add(elsewhere.submit(() -> account(socket)));
            }
            Future<double[]> lists = threads.submit(() -> latencies(over, () -> stage.store()
                .runs()
                .list(RunFilter.ofTask("backup"), RunSort.NEWEST, 50, 0)));
            Future<double[]> pages = threads.submit(() -> latencies(over, () -> stage.page(run, 1000)));
            long cpu = cpu();
            long began = clock.nanos();
            print(run, began);
            double seconds = (clock.nanos() - began) / 1e9;
            over.set(true);
            run.finishLog().end();
            double used = (cpu() - cpu) / 1e6 / seconds;
            String with = clients == 0 ? "nobody follows"
                    : clients + (clients == 1 ? " client follows" : " clients follow");
            figures.beside(with + ": processor time, clients included", used, "ms/s");
            figures.beside(with + ": lists and pages in a second",
                    (lists.get().length + pages.get().length) / seconds, "answers/s");
            quantiles(figures, with + ": list of 50 runs", lists.get());
            quantiles(figures, with + ": last 1000 lines of the log", pages.get());
            long told = 0;
            for (Future<long[]> account : accounts) {
                told += account.get()[0];
                if (account.get()[0] + account.get()[1] != (long) LINES_A_SECOND * SECONDS) {
                    figures.missing("a client was told " + account.get()[0] + " lines and of " + account.get()[1]
                            + " that are left out: something is missing without a word");
                }
            }
            if (clients > 0) {
                figures.beside(with + ": lines told, all others announced",
                        100.0 * told / clients / LINES_A_SECOND / SECONDS, "%");
            }
            figures.beside(with + ": lines written", LINES_A_SECOND * SECONDS / seconds, "lines/s");
        }
    }

    private void print(LiveStage.Life run, long began) {
        String[] some = new String[LINES_A_SECOND / TICKS];
        Arrays.fill(some, TEXT);
        for (int tick = 0; tick < TICKS * SECONDS; tick++) {
            run.print(String.join("\n", some));
            long due = began + Duration.ofSeconds(1).dividedBy(TICKS).multipliedBy(tick + 1L).toNanos();
            while (clock.nanos() < due) {
                LockSupport.parkNanos(due - clock.nanos());
            }
        }
    }

    private static void quantiles(Figures figures, String what, double[] millis) {
        Arrays.sort(millis);
        figures.beside(what + ", median", millis[millis.length / 2], "ms");
        figures.beside(what + ", 99th percentile", millis[(int) (millis.length * 0.99)], "ms");
    }

    private double[] latencies(AtomicBoolean over, Runnable question) {
        List<Double> millis = new ArrayList<>();
        while (!over.get()) {
            long began = clock.nanos();
            question.run();
            millis.add((clock.nanos() - began) / 1e6);
            LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(PAGES_A_SECOND).toNanos());
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How many lines a client was told, and how many it was told to be left out. */
    private static long[] account(Socket socket) throws IOException {
        long[] account = new long[2];
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            boolean gap = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("event: line")) {
                    account[0]++;
                } else if (line.equals("event: dropped")) {
                    gap = true;
                } else if (gap && line.startsWith("data: ")) {
                    gap = false;
                    account[1] += Long.parseLong(line.replaceAll(".*\"count\":(\\d+).*", "$1"));
                }
            }
        }
        return account;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static long heap() {
        // The first frees what the second finds no more.
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
