package dev.idp.internal.planning;

import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Volume;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

    void check(Provision provision, Source supplier) {
        for (Volume volume : provision.volumes()) {
            check("volume", volume.name(), volume.flaw(), volumes, supplier);
        }
        for (MadeSecret secret : provision.secrets()) {
            check("secret", secret.name(), Names.flawOfLabel(secret.name(), "a secret"), secrets, supplier);
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
