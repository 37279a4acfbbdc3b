package io.runwisp.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/**
 * Lets a thread come before others of the daemon that want a processor, and with it what it starts, but only while that is being started. An instance belongs to
 * one thread. Where it is not permitted nothing changes.
 */
final class Precedence {

    static final int STEPS = 10;

    private static final int OF_ONE = 0;
    private static final int THIS_THREAD = 0;

    private static final MethodHandle GET = Downcalls.plain("getpriority",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SET = Downcalls.plain("setpriority",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

    private boolean taken;
    private int usual;

    /** Asks for it, for the calling thread; whether it was granted. */
    boolean take() {
        try {
            usual = (int) GET.invokeExact(OF_ONE, THIS_THREAD);
            taken = (int) SET.invokeExact(OF_ONE, THIS_THREAD, usual - STEPS) == 0;
            return taken;
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }

    /** Makes a program that this thread has just started as nice as the daemon is; gives its number back. */
    int giveUp(int pid) {
        try {
            if (taken) {
                int _ = (int) SET.invokeExact(OF_ONE, pid, usual);
            }
            return pid;
        } catch (Throwable e) {
            throw Downcalls.unexpected(e);
        }
    }
}
