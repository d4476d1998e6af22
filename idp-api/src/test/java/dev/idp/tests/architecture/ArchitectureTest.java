package dev.idp.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.idp.Platform;
import dev.idp.spi.Parts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the rooms of the library. */
class ArchitectureTest {

    private static final String JSON = "dev.idp.internal.json";

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importUrl(Platform.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void thePackagesAreThoseThatOriginsTakeForTheLibrary() {
        Set<String> packages = LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .as("a package that is new here must be added to the list in Origin as well")
                .containsExactly(
                        "dev.idp",
                        "dev.idp.explain",
                        JSON,
                        "dev.idp.internal.planning",
                        "dev.idp.internal.text",
                        "dev.idp.output",
                        "dev.idp.plan",
                        "dev.idp.policy",
                        "dev.idp.resources",
                        "dev.idp.spi");
    }

    @Test
    void theLibraryKnowsNoBackendAndNoExample() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fabric8..",
                        "com.fasterxml.jackson.databind..",
                        "dev.idp.kubernetes..",
                        "dev.idp.testing..",
                        "dev.idp.examples..")
                .because("a backend is a module that reads plans, and nothing knows examples")
                .check(LIBRARY);
    }

    @Test
    void theLibraryDependsOnNothingButTheJdkJacksonAndAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.idp..",
                        "java..",
                        "javax.annotation..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..",
                        "org.immutables..",
                        "")
                .because("whatever is added here is added to every platform")
                .check(LIBRARY);
    }

    @Test
    void resourceTypesAreWrittenWithThePublicApiAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.idp.resources")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.idp.internal..")
                .because("they show users how to write their own")
                .check(LIBRARY);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.idp.resources")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.idp.resources")
                .because("to planning all types of resources are alike")
                .check(LIBRARY);
    }

    @Test
    void jacksonIsAMatterOfThePackageForJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JSON)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("it can be replaced in one place")
                .check(LIBRARY);
    }

    @Test
    void noJacksonTypeIsInAPublicSignature() {
        methods()
                .that()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("mention no type of Jackson") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        for (JavaType type : signature(method)) {
                            if (type.getAllInvolvedRawTypes().stream()
                                    .anyMatch(raw -> raw.getPackageName().startsWith("com.fasterxml"))) {
                                events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                            }
                        }
                    }
                })
                .check(LIBRARY);
    }

    private static List<JavaType> signature(JavaMethod method) {
        List<JavaType> types = new ArrayList<>(method.getParameterTypes());
        types.add(method.getReturnType());
        return types;
    }

    @Test
    void onlyThePlatformKnowsThePlanner() {
        noClasses()
                .that(resideInAPackage("dev.idp..")
                        .and(not(resideInAPackage("dev.idp.internal.planning")))
                        .and(not(simpleName("Platform"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.idp.internal.planning..")
                .because("data goes one way: from declarations through the planner to plans")
                .check(LIBRARY);
    }

    @Test
    void rulesAndExplanationsKnowNoOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.idp.output", "dev.idp.spi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.idp.output..")
                .check(LIBRARY);
    }

    @Test
    void declaringAndPlanningTouchNoFile() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.idp.output")
                .should(accessClassesThat(resideInAPackage("java.io..")
                        .and(not(simpleName("StringWriter")))
                        .and(not(simpleName("UncheckedIOException")))
                        .and(not(simpleName("IOException")))
                        .or(resideInAPackage("java.nio..").and(not(simpleName("StandardCharsets"))))
                        .or(resideInAPackage("java.net.."))))
                .because("the same program gives the same bytes on every machine")
                .check(LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "exit"})
    void nothingAsksTheMachine(String method) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.idp.output")
                .should()
                .callMethodWhere(target(name(method)).and(target(owner(type(System.class)))))
                .because("planning is a pure function")
                .check(LIBRARY);
    }

    @Test
    void nothingReadsAClockOrThrowsDice() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.idp.output")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Random.class,
                        UUID.class,
                        Clock.class,
                        Instant.class,
                        ZonedDateTime.class,
                        ThreadLocalRandom.class)
                .because("what expires is judged against a date that the caller passes")
                .check(LIBRARY);
    }

    @Test
    void nobodyButAUserAsksForTheJdksServices() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Parts.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ServiceLoader.class, Parts.class)
                .because("what a platform is made of is named in it, unless its program wants whatever is there")
                .check(LIBRARY);
    }

    @Test
    void theClassesOfTheLibraryWereFound() {
        assertThat(Stream.of("dev.idp.Platform", "dev.idp.internal.planning.Planner", "dev.idp.plan.Plan"))
                .allMatch(LIBRARY::contain);
    }
}
