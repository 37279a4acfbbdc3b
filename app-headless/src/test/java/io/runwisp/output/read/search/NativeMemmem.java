package io.runwisp.output.read.search;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The search of the C library, to compare with. */
final class NativeMemmem {

    private static final MethodHandle MEMMEM = handle();

    private NativeMemmem() {
    }

    static MemorySegment find(MemorySegment bytes, long length, MemorySegment needle, long needleLength)
            throws Throwable {
        return (MemorySegment) MEMMEM.invokeExact(bytes, length, needle, needleLength);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor memmem = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        return linker.downcallHandle(linker.defaultLookup().find("memmem").orElseThrow(), memmem);
    }
}
