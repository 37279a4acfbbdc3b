package io.runwisp.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why a transaction did not commit.
 *
 * @param lasting whether the batch itself is at fault, so that trying again would change nothing
 */
record CommitFailure(boolean lasting, String reason) {

    private static final int PRIMARY = 0xFF;

    static CommitFailure of(Exception thrown) {
        SQLException fault = fault(thrown);
        if (fault == null) {
            return new CommitFailure(true, String.valueOf(thrown.getMessage()));
        }
        return new CommitFailure(lasting(fault), sentence(fault));
    }

    private static boolean lasting(SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_MISUSE, SQLITE_ERROR -> true;
            default -> false;
        };
    }

    private static String sentence(SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_FULL -> "the disk of the database is full";
            case SQLITE_IOERR -> "the disk of the database has a fault: " + fault.getMessage();
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the database is damaged: " + fault.getMessage();
            case SQLITE_READONLY -> "the database cannot be written: " + fault.getMessage();
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds the database: " + fault.getMessage();
            default -> String.valueOf(fault.getMessage());
        };
    }

    private static SQLiteErrorCode code(SQLException fault) {
        int code = fault instanceof SQLiteException lite ? lite.getResultCode().code : fault.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY);
    }

    private static @Nullable SQLException fault(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fault) {
                return fault;
            }
        }
        return null;
    }
}
