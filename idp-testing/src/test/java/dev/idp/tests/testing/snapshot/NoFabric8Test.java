package dev.idp.tests.testing.snapshot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Tests of pure intent take snapshots without what renders. */
class NoFabric8Test {

    @Test
    void snapshotsNeedNeitherKubernetesNorFabric8() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..", "dev.idp.kubernetes..", "dev.idp.testing.kubernetes..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.idp.testing.snapshot"));
    }
}
