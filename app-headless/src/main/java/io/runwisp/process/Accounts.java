package io.runwisp.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Looks up users and groups wherever this machine keeps them. Asks each time: accounts come and go while the daemon runs. */
final class Accounts {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int MOST_GROUPS = 65536;
    /** Where the fields lie in what the C library answers; long pointers, on every architecture. */
    private static final long STRUCTURE_BYTES = 64;
    private static final long NAME = 0;
    private static final long USER_ID = 16;
    private static final long USER_GROUP = 20;
    private static final long USER_HOME = 32;
    private static final long GROUP_ID = 16;
    private static final long UNSIGNED = 0xffff_ffffL;

    private static final FunctionDescriptor BY_NAME = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
            JAVA_LONG, ADDRESS);
    private static final FunctionDescriptor BY_NUMBER = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
            JAVA_LONG, ADDRESS);

    private static final MethodHandle GETPWNAM = Downcalls.plain("getpwnam_r", BY_NAME);
    private static final MethodHandle GETPWUID = Downcalls.plain("getpwuid_r", BY_NUMBER);
    private static final MethodHandle GETGRNAM = Downcalls.plain("getgrnam_r", BY_NAME);
    private static final MethodHandle GETGROUPLIST = Downcalls.plain("getgrouplist",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));

    private record Entry(String name, long user, long group, String home) {
    }

    /** A user by name or number. */
    Optional<Account> user(String nameOrNumber) {
        try (Arena arena = Arena.ofConfined()) {
            Optional<Entry> named = entry(GETPWNAM, nameOrNumber, arena);
            OptionalLong number = number(nameOrNumber);
            if (named.isEmpty() && number.isPresent()) {
                return byNumber(number.getAsLong());
            }
            return named.map(entry -> account(entry, arena));
        }
    }

    /** The user with a number; empty when nobody has given it a name. */
    Optional<Account> byNumber(long user) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment structure = arena.allocate(STRUCTURE_BYTES, 8);
            MemorySegment found = arena.allocate(ADDRESS);
            int error = (int) GETPWUID.invokeExact((int) user, structure, arena.allocate(BUFFER_BYTES),
                    (long) BUFFER_BYTES, found);
            return error != 0 || isNull(found) ? Optional.empty() : Optional.of(account(read(structure), arena));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** The number of a group, which may be written as a number. */
    OptionalLong group(String nameOrNumber) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment structure = arena.allocate(STRUCTURE_BYTES, 8);
            MemorySegment found = arena.allocate(ADDRESS);
            int error = (int) GETGRNAM.invokeExact(arena.allocateFrom(nameOrNumber), structure,
                    arena.allocate(BUFFER_BYTES), (long) BUFFER_BYTES, found);
            return error != 0 || isNull(found)
                    ? number(nameOrNumber)
                    : OptionalLong.of(structure.get(JAVA_INT, GROUP_ID) & UNSIGNED);
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private static Optional<Entry> entry(MethodHandle lookUp, String name, Arena arena) {
        try {
            MemorySegment structure = arena.allocate(STRUCTURE_BYTES, 8);
            MemorySegment found = arena.allocate(ADDRESS);
            int error = (int) lookUp.invokeExact(arena.allocateFrom(name), structure, arena.allocate(BUFFER_BYTES),
                    (long) BUFFER_BYTES, found);
            return error != 0 || isNull(found) ? Optional.empty() : Optional.of(read(structure));
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private static Account account(Entry entry, Arena arena) {
        return new Account(entry.name(), entry.user(), entry.group(), groups(entry, arena), entry.home());
    }

    private static List<Long> groups(Entry entry, Arena arena) {
        try {
            MemorySegment numbers = arena.allocate(JAVA_INT, MOST_GROUPS);
            MemorySegment count = arena.allocateFrom(JAVA_INT, MOST_GROUPS);
            Set<Long> groups = new LinkedHashSet<>(List.of(entry.group()));
            int result = (int) GETGROUPLIST.invokeExact(arena.allocateFrom(entry.name()), (int) entry.group(),
                    numbers, count);
            for (int i = 0; i < result; i++) {
                groups.add(numbers.getAtIndex(JAVA_INT, i) & UNSIGNED);
            }
            return new ArrayList<>(groups);
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    private static Entry read(MemorySegment structure) {
        return new Entry(text(structure, NAME), structure.get(JAVA_INT, USER_ID) & UNSIGNED,
                structure.get(JAVA_INT, USER_GROUP) & UNSIGNED, text(structure, USER_HOME));
    }

    private static String text(MemorySegment structure, long offset) {
        return Downcalls.text(structure.get(ADDRESS, offset), BUFFER_BYTES);
    }

    private static boolean isNull(MemorySegment found) {
        return found.get(ADDRESS, 0).address() == 0;
    }

    private static OptionalLong number(String text) {
        try {
            long number = Long.parseLong(text);
            return number >= 0 && number < UNSIGNED ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
