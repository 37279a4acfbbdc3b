package io.runwisp.daemon;

/** Where {@code bin/runwisp} begins. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        System.out.println("runwisp");
    }
}
