package dev.idp.tests.kubernetes.facets;

import dev.idp.Environment;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;
import java.util.List;

/** Supplies shares by volumes, of which the first is theirs. */
record Shares(List<Volume> volumes) implements Provisioner<Share> {

    Shares(Volume... volumes) {
        this(List.of(volumes));
    }

    @Override
    public String id() {
        return "shares";
    }

    @Override
    public Provision provision(Share share, Environment environment) {
        Provision.Builder provision =
                Provision.builder().output("volume", Text.of(volumes.get(0).name()));
        volumes.forEach(provision::volume);
        return provision.build();
    }
}
