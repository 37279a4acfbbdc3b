package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that people start first, in a project that has only the form of ours. Its Maven is a script that notes what it was asked for and leaves an
 * image whose program repeats its arguments.
 */
class ScriptsIT {

    @TempDir
    Path folder;

    private Path project;
    private Path programs;
    private Path jdk;
    private Path asked;
    private Path source;

    @BeforeEach
    void layOutAProject() throws IOException {
        project = folder.resolve("a project");
        programs = folder.resolve("programs");
        asked = folder.resolve("maven was asked for");
        source = project.resolve("app-headless/src/main/java/Main.java");
        for (String script : List.of("run", "verify", "maven", "jdk25")) {
            Path target = project.resolve("installers").resolve(script);
            Image.copyTree(Image.SOURCES.resolve("installers").resolve(script), target);
        }
        for (String file : List.of("pom.xml", "LICENSE", ".mvn/wrapper", "app-headless/pom.xml",
                "app-headless/src/main/java/Main.java", "installers/demo/runwisp.toml")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.createFile(project.resolve(file));
        }
        jdk = folder.resolve("jdk");
        Command.script(jdk.resolve("bin/javac"), "exit 0\n");
        Command.script(jdk.resolve("bin/jlink"), "exit 0\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.9\"\n");
        Command.script(programs.resolve("java"), "exit 0\n");
        Command.script(programs.resolve("mvn"), """
            echo "$* in $PWD with $JAVA25_HOME" >> '%s'
            mkdir -p installers/target/runwisp/bin
            printf '#!/bin/sh\\necho "in $PWD: $*"\\nexit 7\\n' > installers/target/runwisp/bin/runwisp
            chmod +x installers/target/runwisp/bin/runwisp
            ${EDITED:+touch "$EDITED"}
            exit ${MAVEN_EXIT-0}
            """.formatted(asked));
    }

    @Test
    void runBuildsFirstAndThenRunsInTheFolderOfTheCaller() throws Exception {
        script("run").and("validate", "my file.toml")
            .run()
            .exits(7)
            .says("in " + folder.toRealPath() + ": validate my file.toml");
        assertEquals(1, builds().size());
    }

    @Test
    void runBuildsNothingWhenNothingChanged() throws Exception {
        script("run").and("list").run().exits(7);
        script("run").and("list").run().exits(7).says("list");
        assertEquals(1, builds().size());
    }

    @Test
    void runBuildsAgainWhenASourceIsNewer() throws Exception {
        script("run").and("list").run().exits(7);
        age(source, Duration.ofHours(-1));
        script("run").and("list").run().exits(7);
        assertEquals(2, builds().size());
    }

    @Test
    void runBuildsAgainWhenASourceIsGone() throws Exception {
        script("run").and("list").run().exits(7);
        age(project.resolve("installers/target/runwisp/bin/runwisp"), Duration.ofSeconds(10));
        for (String older : List.of("pom.xml", "LICENSE", ".mvn/wrapper", ".mvn", "app-headless/pom.xml",
                "installers/demo/runwisp.toml", "installers/demo",
                "app-headless/src/main")) {
            age(project.resolve(older), Duration.ofHours(1));
        }
        Files.delete(source);
        script("run").and("list").run().exits(7);
        assertEquals(2, builds().size());
    }

    @Test
    void whatIsEditedDuringABuildIsBuiltNextTime() throws Exception {
        script("run").and("list").with("EDITED", source).run().exits(7);
        script("run").and("list").run().exits(7);
        assertEquals(2, builds().size());
        script("run").and("list").run().exits(7);
        assertEquals(2, builds().size());
    }

    @Test
    void runEndsWithTheExitCodeOfAFailedBuild() throws Exception {
        Outcome outcome = script("run").and("list").with("MAVEN_EXIT", 3).run().exits(3);
        assertFalse(outcome.out().contains("list"), outcome::toString);
    }

    @Test
    void runWithoutArgumentsStartsTheDaemonOnTheDemonstrationFile() throws Exception {
        script("run").run()
            .complains("Ctrl-C ends it")
            .says("daemon --config " + project.toRealPath() + "/installers/demo/runwisp.toml --data ");
    }

    @Test
    void verifyAsksMavenForEverythingAndPassesItsArgumentsAndExitCodeOn() throws Exception {
        script("verify").and("-o").with("MAVEN_EXIT", 5).run().exits(5).complains("JDK 25 is " + jdk);
        assertEquals(List.of("-B -ntp verify -o in " + project.toRealPath() + " with " + jdk), builds());
    }

    @Test
    void theWrapperStepsInWhereThereIsNoMaven() throws Exception {
        Path wrapper = Command.script(project.resolve("mvnw"),
                "echo wrapper; exec '" + programs.resolve("hidden") + "' \"$@\"\n");
        Files.move(programs.resolve("mvn"), programs.resolve("hidden"));
        only("env", "sed", "dirname", "readlink", "grep", "id", "mkdir", "chmod", "cat", "curl", "script", "zsh",
                "fish",
                "unshare", "chromium");
        bareVerify().run()
            .exits(0)
            .says("wrapper")
            .complains("no mvn here");
        assertEquals(1, builds().size(), wrapper::toString);
    }

    @Test
    void whatATestNeedsAndLacksIsInstalledByThePackageManager() throws Exception {
        only("env", "sed", "dirname", "readlink", "grep");
        Command.script(programs.resolve("id"), "echo 0\n");
        Path log = folder.resolve("apt.log");
        Command.script(programs.resolve("apt-get"), "echo \"$@\" >> '" + log + "'\n");
        bareVerify().run().exits(0).complains("installing: bsdutils zsh fish util-linux chromium");
        assertEquals(
                List.of("update -q", "install -q -y --no-install-recommends bsdutils zsh fish util-linux chromium"),
                Files.readAllLines(log));
    }

    @Test
    void whatCannotBeInstalledIsNamed() throws Exception {
        only("env", "sed", "dirname", "readlink", "grep");
        Command.script(programs.resolve("id"), "echo 1000\n");
        bareVerify().run()
            .exits(1)
            .complains("missing, and not allowed to install it: bsdutils zsh fish util-linux chromium");
        assertEquals(List.of(), builds());
    }

    @Test
    void aMachineWithoutAJdk25IsToldWhatToInstall() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Command.in(folder, project.resolve("installers/jdk25"), jdk, folder.resolve("nowhere"))
            .run()
            .exits(1)
            .complains("built with JDK 25")
            .complains("apt install")
            .complains("dnf install")
            .complains("apk add")
            .complains("brew install");
    }

    @Test
    void aJdk25IsFoundWhereAVariableSaysSoAndAJreIsNotTakenForOne() throws Exception {
        Command.in(folder, project.resolve("installers/jdk25"))
            .with("JAVA25_HOME", jdk)
            .with("HOME", folder)
            .run()
            .exits(0)
            .says(jdk.toString());
        Files.delete(jdk.resolve("bin/javac"));
        Command.in(folder, project.resolve("installers/jdk25"), jdk).run().exits(1);
    }

    /** Makes these the only programs of a machine, beside those that a test has put there itself. */
    private void only(String... tools) throws IOException {
        for (String tool : tools) {
            Command.script(programs.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"\n");
        }
    }

    /** Verify on a machine that has nothing but what lies in the folder of programs. */
    private Command bareVerify() {
        return Command.in(folder, "/bin/sh", project.resolve("installers/verify"))
            .with("PATH", programs)
            .with("JAVA25_HOME", jdk);
    }

    private Command script(String name) {
        return Command.in(folder, project.resolve("installers").resolve(name))
            .withProgramsOf(programs)
            .with("JAVA25_HOME", jdk)
            .with("HOME", folder);
    }

    private List<String> builds() throws IOException {
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    /** Moves the time of a file into the past, or with a negative duration into the future. */
    private static void age(Path file, Duration by) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(by)));
    }
}
