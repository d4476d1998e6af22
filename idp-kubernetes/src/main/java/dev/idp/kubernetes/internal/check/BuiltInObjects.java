package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.internal.schema.Concern;
import dev.idp.kubernetes.internal.schema.Manners;
import dev.idp.kubernetes.internal.schema.OpenApiKinds;
import dev.idp.kubernetes.internal.schema.Validator;
import dev.idp.kubernetes.internal.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds objects to what their cluster says of their kinds, or else to what this library knows of them. A cluster says which
 * fields there are, of which type; of bounds, forms and what may be empty it says nothing, and this library goes on.
 */
final class BuiltInObjects {

    private static final Set<Concern> OF_CLUSTERS = Set.of(Concern.UNKNOWN_FIELD, Concern.WRONG_TYPE);

    private final Optional<OpenApiKinds> cluster;
    private final Consumer<Violation> report;
    private final Validator known;

    BuiltInObjects(Optional<OpenApiKinds> cluster, Consumer<Violation> report) {
        this.cluster = cluster;
        this.report = report;
        this.known = new Validator(Manners.BUILT_IN, report);
    }

    void check(ManifestObject object) {
        List<Violation> found = new ArrayList<>();
        if (cluster.isPresent() && new Validator(Manners.DOCUMENTED, found::add).documented(object, cluster.get())) {
            found.forEach(report);
            Set<String> places = found.stream().map(BuiltInObjects::place).collect(Collectors.toSet());
            new Validator(Manners.BUILT_IN, violation -> {
                        if (!OF_CLUSTERS.contains(violation.concern()) && places.add(place(violation))) {
                            report.accept(violation);
                        }
                    })
                    .builtIn(object);
        } else {
            known.builtIn(object);
        }
    }

    private static String place(Violation violation) {
        return violation.concern() + " " + violation.field().pointer();
    }
}
