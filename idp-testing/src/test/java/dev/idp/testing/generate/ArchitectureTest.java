package dev.idp.testing.generate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generator depends on, and what others see of it. */
class ArchitectureTest {

    private static final JavaClasses GENERATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Property.class);

    @Test
    void nothingButASeedIsChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class, UUID.class, ThreadLocalRandom.class)
                .because("the same seed makes up the same on every machine")
                .check(GENERATOR);
        noClasses().should().callMethod(Math.class, "random").check(GENERATOR);
    }

    @Test
    void littleIsPublic() {
        assertThat(GENERATOR.stream()
                        .filter(type -> type.getPackageName().equals(Property.class.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                Property.class,
                                PropertyOfWorkloads.class,
                                PropertyOfPlatforms.class,
                                Mutation.class,
                                MutationLaw.class)
                        .map(Class::getSimpleName)
                        .toList());
    }
}
