package io.runwisp.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRulesTest {

    @TempDir
    Path folder;

    @Test
    void theProductIsSeen() {
        assertFalse(Product.CLASSES.that(JavaClass.Predicates.resideInAPackage("io.runwisp.daemon"))
            .isEmpty());
    }

    @Test
    void everyPackageHasAFloor() {
        ImportRules.everyPackageHasAFloor().check(Product.CLASSES);
    }

    @Test
    void aPackageThatNobodyThoughtOfIsRefused() throws IOException {
        World.of(folder, "package io.runwisp.extras; class Surprise {}")
            .isRefusedBy(ImportRules.everyPackageHasAFloor(), "io.runwisp.extras.Surprise has no floor");
    }

    @Test
    void importsGoDown() {
        ImportRules.importsGoDown().check(Product.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"engine, store", "model, config", "config, auth", "schedule, engine", "store, output", "event, api",
            "notify, api", "cli, daemon", "view, web",
            "live, view", "wire, client", "migrate, cli"})
    void anImportUpwardsOrSidewaysIsRefused(String lower, String upper) throws IOException {
        importing(lower, upper).isRefusedBy(ImportRules.importsGoDown(), lower + " may not see " + upper);
    }

    @ParameterizedTest
    @CsvSource({"store, engine", "config, model", "engine, schedule", "api, client", "web, view", "cli, migrate",
            "daemon, cli", "tui, view"})
    void anImportDownwardsIsAccepted(String upper, String lower) throws IOException {
        importing(upper, lower).isAcceptedBy(ImportRules.importsGoDown());
    }

    @Test
    void anImportHiddenInAnArrayOrATypeArgumentIsSeen() throws IOException {
        World.of(folder, "package io.runwisp.daemon; public class Upper {}",
                "package io.runwisp.engine; class Lower { java.util.List<io.runwisp.daemon.Upper[]> uppers() { return null; } }")
            .isRefusedBy(ImportRules.importsGoDown(), "engine may not see daemon");
    }

    @Test
    void theSharedModelSeesOnlyItself() {
        ImportRules.theSharedModelSeesOnlyItself().check(Product.CLASSES);
    }

    @Test
    void aSharedModelThatKnowsTheDaemonIsRefused() throws IOException {
        importing("view", "engine").isRefusedBy(ImportRules.theSharedModelSeesOnlyItself(),
                "view is the shared model and may not see engine");
    }

    @Test
    void frontEndsSeeOnlyTheSharedModel() {
        ImportRules.frontEndsSeeOnlyTheSharedModel().check(Product.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"tui, config", "desktop, api", "tui, desktop"})
    void aFrontEndThatLooksBehindTheSharedModelIsRefused(String frontEnd, String other) throws IOException {
        importing(frontEnd, other)
            .isRefusedBy(ImportRules.frontEndsSeeOnlyTheSharedModel(),
                    frontEnd + " is a front-end and may not see " + other);
    }

    @Test
    void noPackageTakesPartInACycle() {
        ImportRules.noPackageTakesPartInACycle().check(Product.CLASSES);
    }

    @Test
    void aCycleBetweenAPackageAndOneBeneathItIsRefused() throws IOException {
        World.of(folder, "package io.runwisp.config; public class Outer { io.runwisp.config.grammar.Inner inner; }",
                "package io.runwisp.config.grammar; public class Inner { io.runwisp.config.Outer outer; }")
            .isRefusedBy(ImportRules.noPackageTakesPartInACycle(), "Cycle detected");
    }

    @Test
    void packagesBeneathOneMayImportEachOtherOneWay() throws IOException {
        World world = World.of(folder,
                "package io.runwisp.config.load; public class Loader { io.runwisp.config.grammar.Word word; }",
                "package io.runwisp.config.grammar; public class Word {}");
        world.isAcceptedBy(ImportRules.noPackageTakesPartInACycle());
        world.isAcceptedBy(ImportRules.importsGoDown());
    }

    @Test
    void technologiesStayAtHome() {
        ImportRules.technologiesStayAtHome().forEach(rule -> rule.check(Product.CLASSES));
    }

    @ParameterizedTest
    @CsvSource({"io.helidon.., io.helidon.webserver, api, engine", "org.sqlite.., org.sqlite, store, daemon",
            "org.apache.ibatis.., org.apache.ibatis.session, store, event", "org.tomlj.., org.tomlj, config, cli",
            "com.cronutils.., com.cronutils.model, schedule, config", "io.jsonwebtoken.., io.jsonwebtoken, auth, api",
            "jakarta.mail.., jakarta.mail, notify, cli", "org.eclipse.angus.., org.eclipse.angus.mail, notify, api",
            "javafx.., javafx.scene, desktop, view",
            "org.controlsfx.., org.controlsfx.control, desktop, tui",
            "com.googlecode.lanterna.., com.googlecode.lanterna.gui2, tui, cli"})
    void aLibraryOutsideItsHomeIsRefusedAndAtHomeAccepted(String technology, String itsPackage, String home,
            String elsewhere) throws IOException {
        String theirs = "package %s; public interface Theirs {}".formatted(itsPackage);
        staysAtHome(technology, itsPackage + ".Theirs", home, elsewhere, theirs);
    }

    @ParameterizedTest
    @CsvSource({"java.sql.., java.sql.Connection, store, api", "javax.sql.., javax.sql.DataSource, store, engine"})
    void aPartOfTheJdkOutsideItsHomeIsRefusedAndAtHomeAccepted(String technology, String type, String home,
            String elsewhere) throws IOException {
        staysAtHome(technology, type, home, elsewhere, "package io.runwisp.model; interface Nothing {}");
    }

    private void staysAtHome(String technology, String type, String home, String elsewhere, String further)
            throws IOException {
        String user = "package io.runwisp.%s; class User { " + type + " theirs; }";
        World.of(folder.resolve("home"), further, user.formatted(home))
            .isAcceptedBy(ImportRules.technologyStaysAtHome(technology));
        World.of(folder.resolve("elsewhere"), further, user.formatted(elsewhere))
            .isRefusedBy(ImportRules.technologyStaysAtHome(technology), "io.runwisp." + elsewhere + ".User");
    }

    private World importing(String from, String to) throws IOException {
        return World.of(folder, "package io.runwisp.%s; public class Target {}".formatted(to),
                "package io.runwisp.%s; class Origin { io.runwisp.%s.Target target; }".formatted(from, to));
    }
}
