package io.runwisp.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A few classes, written down in a test as source text and compiled there, for a rule to judge. */
final class World {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private final JavaClasses classes;

    private World(JavaClasses classes) {
        this.classes = classes;
    }

    /** Compiles the sources into the folder, which is empty before. */
    static World of(Path folder, String... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<JavaFileObject> units = Stream.of(sources).map(World::unit).toList();
        boolean compiled = compiler
            .getTask(complaints, null, null, List.of("-d", folder.toString(), "-proc:none", "-nowarn"), null, units)
            .call();
        assertTrue(compiled, complaints::toString);
        return new World(new ClassFileImporter().importPath(folder));
    }

    /** The rule must object, and its objection must say this. */
    void isRefusedBy(ArchRule rule, String objection) {
        EvaluationResult result = rule.evaluate(classes);
        String report = result.getFailureReport().toString();
        assertTrue(result.hasViolation(), () -> "The rule let it pass: " + rule.getDescription());
        assertTrue(report.contains(objection), () -> "Expected «" + objection + "» in: " + report);
    }

    /** The rule must have nothing to say. */
    void isAcceptedBy(ArchRule rule) {
        rule.check(classes);
    }

    private static JavaFileObject unit(String source) {
        String name = first(PACKAGE, source).replace('.', '/') + "/"
                + (source.startsWith("@") ? "package-info" : first(TYPE, source));
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertTrue(matcher.find(), () -> "No " + pattern + " in " + source);
        return matcher.group(1);
    }
}
