package dev.idp.testing.generate;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Memory;
import dev.idp.resources.PersistentVolume;
import dev.idp.resources.Postgres;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where made-up workloads run, and what is around them.
 *
 * @param places the environments
 * @param resources whether workloads may need databases and volumes: that brings workloads of others with it
 * @param mail something outside that all can call
 */
record Scene(List<Place> places, boolean resources, ExternalService mail) {

    static final Postgres DATABASE = Postgres.named("db").version("16");
    static final Postgres ARCHIVE = Postgres.named("archive").ofClass("large");
    static final PersistentVolume FILES =
            PersistentVolume.named("files", Memory.gibibytes(2)).forManyMachines();

    /**
     * An environment, and how programs call it.
     *
     * @param variable its variable
     * @param environment itself
     */
    record Place(String variable, Environment environment) {}

    static void list(Listing listing) {
        listing.add("db", "var db = Postgres.named(\"db\").version(\"16\");\n");
        listing.add("archive", "var archive = Postgres.named(\"archive\").ofClass(\"large\");\n");
        listing.add("files", "var files = PersistentVolume.named(\"files\", Memory.gibibytes(2)).forManyMachines();\n");
    }

    /** Whether routes lead to workloads wherever they run. */
    boolean isPublic() {
        return Stream.of(EnvironmentSettings.DOMAIN_NAME, EnvironmentSettings.PUBLIC_ENTRY)
                .allMatch(setting -> places.stream().allMatch(place -> place.environment().statements().stream()
                        .anyMatch(statement -> statement.setting().equals(setting))));
    }
}
