package io.runwisp.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Makes functions of the C library callable: the one place that the JVM must be told to trust. */
@SuppressWarnings("restricted")
final class Downcalls {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    private Downcalls() {
    }

    /** A function whose {@code errno} does not matter. */
    static MethodHandle plain(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(symbol(name), type);
    }

    /** A function that needs a place for {@code errno} as its first argument. */
    static MethodHandle withErrno(String name, FunctionDescriptor type, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = ERRNO;
        return LINKER.downcallHandle(symbol(name), type, all);
    }

    /** A function that not every C library has. */
    static Optional<MethodHandle> optional(String name, FunctionDescriptor type) {
        return SYMBOLS.find(name).map(found -> LINKER.downcallHandle(found, type));
    }

    /** A text that ends with a zero byte, of the C library. */
    static String text(MemorySegment pointer, long mostBytes) {
        return pointer.reinterpret(mostBytes).getString(0, StandardCharsets.UTF_8);
    }

    /** What a call through a handle cannot throw, but must be caught. */
    static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a call of the C library failed", e);
    }

    private static MemorySegment symbol(String name) {
        return SYMBOLS.find(name)
            .orElseThrow(() -> new UnsupportedOperationException("the C library has no function " + name));
    }
}
