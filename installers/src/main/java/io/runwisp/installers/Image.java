package io.runwisp.installers;

import java.nio.file.Path;

/** Where things lie in an image. */
record Image(Path home) {

    Path runtime() {
        return home.resolve("runtime");
    }

    Path java() {
        return runtime().resolve("bin/java");
    }

    Path library() {
        return home.resolve("lib");
    }

    Path jvmOptions() {
        return library().resolve("jvm.options");
    }

    Path licences() {
        return home.resolve("legal");
    }

    Path launcher() {
        return home.resolve("bin/runwisp");
    }
}
