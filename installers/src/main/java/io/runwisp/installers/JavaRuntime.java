package io.runwisp.installers;

import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The part of the JDK that RunWisp needs, linked from the JDK that runs this program. */
final class JavaRuntime {

    /** Every module that the jars of the image use; a test of the image compares this list with what they import. */
    private static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.management",
            "java.net.http", "java.security.sasl", "java.sql", "jdk.unsupported");

    /** The modules stay uncompressed: what is packed for download packs better so, and starting is as quick either way. */
    private static final String COMPRESSION = "zip-0";

    private JavaRuntime() {
    }

    /** Links the run-time image, with the licences of its modules in {@code legal}. */
    static void link(Path target) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("The JDK in " + System.getProperty("java.home")
                    + " has no jlink: install the complete JDK 25 (with its jmods, where they are a package of their own)"));
        int exit = jlink.run(System.out, System.err, "--add-modules", String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files", "--no-man-pages", "--compress", COMPRESSION, "--output", target.toString());
        if (exit != 0) {
            throw new IllegalStateException("jlink failed with exit code " + exit);
        }
    }
}
