package io.runwisp.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that are shipped: every module but this one, without tests. */
final class Product {

    static final String ROOT = "io.runwisp";

    static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(place -> !place.contains("-tests.jar"))
        .importPackages(ROOT)
        .that(not(resideInAnyPackage(ROOT + ".installers..")));

    private Product() {
    }

    /** The package below the root that a class belongs to, with all that lies beneath it: {@code config} for {@code io.runwisp.config.grammar.X}. */
    static String area(String packageName) {
        String below = packageName.startsWith(ROOT + ".") ? packageName.substring(ROOT.length() + 1) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
