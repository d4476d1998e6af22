package dev.idp.internal.planning;

import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import dev.idp.spi.Extension;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Volume;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What provisioners add to one environment besides services: each must be sound, and bear a name of its own. */
final class Additions {

    private final String environment;
    private final Problems problems;
    private final Map<String, Source> volumes = new HashMap<>();
    private final Map<String, Source> secrets = new HashMap<>();

    Additions(String environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    void check(Provision provision, String resource, Source supplier) {
        for (Volume volume : provision.volumes()) {
            check("volume", volume.name(), volume.flaw(), volumes, supplier);
        }
        for (MadeSecret secret : provision.secrets()) {
            check("secret", secret.name(), Names.flawOfLabel(secret.name(), "a secret"), secrets, supplier);
        }
        distinct(provision, resource, supplier);
    }

    /** A plan knows them by backend and id, and could not tell two of one name apart. */
    private void distinct(Provision provision, String resource, Source supplier) {
        Set<Extension> known = new HashSet<>();
        for (Extension extension : provision.extensions()) {
            if (!known.add(extension)) {
                problems.add(Problem.of(
                                resource,
                                environment,
                                "its provisioner attaches two extensions with the id '" + extension.id() + "'")
                        .cite("supplied", supplier)
                        .fix("give one of them another id"));
            }
        }
    }

    private void check(String kind, String name, Optional<Flaw> flaw, Map<String, Source> known, Source supplier) {
        Source first = known.putIfAbsent(name, supplier);
        if (first != null) {
            problems.add(Problem.of(name, environment, "two " + kind + "s that provisioners add have one name")
                    .cite("first", first)
                    .cite("second", supplier)
                    .fix("rename one of the resources"));
        } else if (flaw.isPresent()) {
            problems.add(Problem.of(name, environment, flaw.get().message())
                    .cite("added", supplier)
                    .fix(flaw.get().fix()));
        }
    }
}
