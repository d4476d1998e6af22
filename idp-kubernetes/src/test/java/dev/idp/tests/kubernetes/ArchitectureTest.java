package dev.idp.tests.kubernetes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.idp.kubernetes");

    /** The settings of Kubernetes alone and their values, which facets read like those of the library. */
    private static final DescribedPredicate<JavaClass> SAID = describe(
            "what can be said",
            type -> type.isEquivalentTo(KubernetesSettings.class) || type.isRecord() || type.isEnum());

    @Test
    void facetsDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("..internal.facets..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.jar..")
                .because("rendering is pure")
                .check(MAIN);
    }

    @Test
    void facetsReadNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage("..internal.facets..", "..internal.render..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Instant")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.UUID")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("rendering is pure")
                .check(MAIN);
    }

    @Test
    void facetsDoNotKnowTheWayToYaml() {
        noClasses()
                .that()
                .resideInAnyPackage("..internal.facets..", "..internal.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..internal.model..", "..internal.yaml..")
                .orShould()
                .dependOnClassesThat(resideInAPackage("dev.idp.kubernetes").and(not(SAID)))
                .because("facets make objects, and what becomes of them is not their concern")
                .check(MAIN);
    }

    @Test
    void onlyWhatAppliesDependsOnTheClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.idp.kubernetes.apply", "..internal.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8.kubernetes.client..")
                .because("rendering needs the model alone")
                .check(MAIN);
    }

    @Test
    void objectsAreMadeByConstructorsAndSetters() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.fabric8.kubernetes.api..")
                        .and(simpleNameEndingWith("Builder").or(simpleNameContaining("Fluent"))))
                .because("a fluent builder takes fifty times as long")
                .check(MAIN);
    }

    @Test
    void nothingReachesIntoThePlanner() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.idp.internal.planning..", "dev.idp.internal.json..")
                .because("a backend reads plans as everybody does")
                .check(MAIN);
    }

    @Test
    void onlyTheApiIsExported() throws IOException {
        URI module = URI.create(
                Kubernetes.class.getProtectionDomain().getCodeSource().getLocation() + "module-info.class");
        try (InputStream descriptor = module.toURL().openStream()) {
            assertThat(ModuleDescriptor.read(descriptor).exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrder(
                            "dev.idp.kubernetes",
                            "dev.idp.kubernetes.admission",
                            "dev.idp.kubernetes.apply",
                            "dev.idp.kubernetes.check");
        }
    }

    @Test
    void theApiShowsNothingOfTheInside() {
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("dev.idp.kubernetes"))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(mentionOnly("java..", "dev.idp..", "io.fabric8.kubernetes.api.model.."))
                .check(MAIN);
        classes()
                .that(resideInAPackage("dev.idp.kubernetes").and(not(simpleNameEndingWith("package-info"))))
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should()
                .haveOnlyFinalFields()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(MAIN);
    }

    @Test
    void nothingThatRendersKnowsWhatApplies() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.idp.kubernetes.apply", "..internal.cluster..", "..internal.apply..", "..internal.ready..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.idp.kubernetes.apply", "..internal.cluster..", "..internal.apply..", "..internal.ready..")
                .because("whoever renders has no HTTP client")
                .check(MAIN);
    }

    private static ArchCondition<JavaMethod> mentionOnly(String... packages) {
        return new ArchCondition<>("mention only types of " + String.join(", ", packages)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .filter(type -> !type.isPrimitive())
                        .filter(type -> !resideInAnyPackage(packages).test(type)
                                || type.getPackageName().contains(".internal"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }
}
