package io.runwisp.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who may import whom. The tables here are the import table of {@code docs/architecture.md}. */
final class ImportRules {

    /** The floors of the house, ground first. Neighbours on one floor do not see each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("time", "model", "data"),
            Set.of("config", "auth"),
            Set.of("schedule"),
            Set.of("engine"),
            Set.of("store", "output", "process", "event"),
            Set.of("wire", "retention"),
            Set.of("client", "bell"),
            Set.of("live"),
            Set.of("view"),
            Set.of("api", "notify", "migrate"),
            Set.of("web", "cli", "tui", "desktop"),
            Set.of("daemon"));

    private static final Set<String> SHARED_MODEL = Set.of("model", "wire", "client", "live", "view");
    private static final Set<String> FRONT_ENDS = Set.of("tui", "desktop");

    /** A technology, by its packages, and the packages of ours that may know it. */
    private static final Map<String, Set<String>> TECHNOLOGIES = Map.ofEntries(
            Map.entry("io.helidon..", Set.of("api", "web")),
            Map.entry("java.sql..", Set.of("store")),
            Map.entry("javax.sql..", Set.of("store")),
            Map.entry("org.sqlite..", Set.of("store")),
            Map.entry("org.apache.ibatis..", Set.of("store")),
            Map.entry("org.tomlj..", Set.of("config")),
            Map.entry("com.cronutils..", Set.of("schedule")),
            Map.entry("io.jsonwebtoken..", Set.of("auth")),
            Map.entry("jakarta.mail..", Set.of("notify")),
            Map.entry("org.eclipse.angus..", Set.of("notify")),
            Map.entry("javafx..", Set.of("desktop")),
            Map.entry("org.controlsfx..", Set.of("desktop")),
            Map.entry("com.googlecode.lanterna..", Set.of("tui")));

    private ImportRules() {
    }

    static ArchRule everyPackageHasAFloor() {
        return classes().should(condition("lie in a package that has a floor", (type, events) -> {
            String area = Product.area(type.getPackageName());
            if (floor(area) < 0) {
                events.add(SimpleConditionEvent.violated(type,
                        type.getName() + " has no floor: give «" + area + "» its place in ImportRules"));
            }
        }));
    }

    static ArchRule importsGoDown() {
        return classes().should(condition("import lower floors only", (type, events) -> imports(type)
            .filter(dependency -> floor(target(dependency)) >= floor(origin(dependency)))
            .forEach(dependency -> events.add(SimpleConditionEvent.violated(type,
                    origin(dependency) + " may not see " + target(dependency) + ": " + dependency.getDescription())))));
    }

    static ArchRule theSharedModelSeesOnlyItself() {
        return onlySees("the shared model", SHARED_MODEL::contains);
    }

    static ArchRule frontEndsSeeOnlyTheSharedModel() {
        return onlySees("a front-end", FRONT_ENDS::contains);
    }

    static ArchRule noPackageTakesPartInACycle() {
        return slices().matching(Product.ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static Stream<ArchRule> technologiesStayAtHome() {
        return TECHNOLOGIES.entrySet().stream().map(entry -> technologyStaysAtHome(entry.getKey()));
    }

    static ArchRule technologyStaysAtHome(String technology) {
        String[] homes = TECHNOLOGIES.getOrDefault(technology, Set.of())
            .stream()
            .map(home -> Product.ROOT + "." + home + "..")
            .sorted()
            .toArray(String[]::new);
        return noClasses().that()
            .resideOutsideOfPackages(homes)
            .should(dependOnClassesThat(Predicates.resideInAPackage(technology)))
            .as("only " + String.join(" and ", homes) + " may see " + technology)
            .allowEmptyShould(true);
    }

    private static ArchRule onlySees(String who, Predicate<String> members) {
        return classes()
            .should(condition("see the shared model only, if they are of " + who, (type, events) -> imports(type)
                .filter(dependency -> members.test(origin(dependency)) && !SHARED_MODEL.contains(target(dependency)))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type,
                        origin(dependency) + " is " + who + " and may not see " + target(dependency) + ": "
                                + dependency.getDescription())))));
    }

    /** What a class imports from other areas of ours. */
    private static Stream<Dependency> imports(JavaClass type) {
        return type.getDirectDependenciesFromSelf()
            .stream()
            .filter(dependency -> !target(dependency).isEmpty() && !target(dependency).equals(origin(dependency)));
    }

    private static String origin(Dependency dependency) {
        return Product.area(dependency.getOriginClass().getPackageName());
    }

    private static String target(Dependency dependency) {
        return Product.area(dependency.getTargetClass().getBaseComponentType().getPackageName());
    }

    private static int floor(String area) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(area)) {
                return floor;
            }
        }
        return -1;
    }

    private interface Check {
        void examine(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.examine(type, events);
            }
        };
    }
}
