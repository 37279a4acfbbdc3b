package io.runwisp.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/**
 * The few read-only connections, opened when they are first needed. Each question is one transaction: all that it reads is of one moment. Who finds all of
 * them busy waits, but not for ever.
 */
final class Readers implements AutoCloseable {

    /** How many questions are answered at once. */
    static final int CONNECTIONS = 3;
    /** How long a question waits for its turn. */
    static final int TURN_SECONDS = 10;

    private final Path file;
    private final Sessions sessions;
    private final Semaphore turns = new Semaphore(CONNECTIONS, true);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private final DayCounters days = new DayCounters();
    private boolean closed;

    Readers(Path file, Sessions sessions) {
        this.file = file;
        this.sessions = sessions;
    }

    private record Reader(Connection connection, SqlSession session, RunCounters counters) {
    }

    /**
     * Answers a question.
     *
     * @throws StoreException when the database cannot be read, or everybody else takes too long
     */
    <T> T ask(Function<SqlSession, T> question) {
        return askCounted((session, counters) -> question.apply(session));
    }

    /** The same, for a question that the counters help to answer. */
    <T> T askCounted(BiFunction<SqlSession, RunCounters, T> question) {
        awaitTurn();
        try {
            Reader reader = borrow();
            boolean sound = false;
            try {
                T answer = inTransaction(reader, question);
                sound = true;
                return answer;
            } finally {
                giveBack(reader, sound);
            }
        } catch (SQLException | PersistenceException e) {
            throw new StoreException(file + " cannot be read: " + CommitFailure.of(e).reason(), e);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException("the database is busy: no answer within " + TURN_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the database was busy", e);
        }
    }

    private static <T> T inTransaction(Reader reader, BiFunction<SqlSession, RunCounters, T> question)
            throws SQLException {
        try (Statement statement = reader.connection().createStatement()) {
            statement.execute("BEGIN");
            T answer = question.apply(reader.session(), reader.counters());
            statement.execute("COMMIT");
            return answer;
        }
    }

    private Reader borrow() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new StoreException("the database is closed");
            }
            Reader reader = idle.poll();
            if (reader != null) {
                return reader;
            }
        }
        Connection connection = Connections.reader(file);
        return new Reader(connection, sessions.reading(connection), new RunCounters(days));
    }

    /** One that failed half-way is closed: nobody knows what it still holds. */
    private void giveBack(Reader reader, boolean sound) throws SQLException {
        synchronized (idle) {
            if (sound && !closed) {
                idle.push(reader);
                return;
            }
        }
        reader.connection().close();
    }

    @Override
    public void close() {
        Deque<Reader> left;
        synchronized (idle) {
            closed = true;
            left = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (Reader reader : left) {
            try {
                reader.connection().close();
            } catch (SQLException e) {
                throw new StoreException("a connection to the database could not be closed", e);
            }
        }
    }
}
