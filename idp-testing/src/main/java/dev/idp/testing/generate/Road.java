package dev.idp.testing.generate;

import dev.idp.Ground;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is already said of a made-up workload before it says anything: by the golden path that is to be tested, the
 * environments, and the test itself. What they say for good, no made-up workload contradicts: that this is refused is what
 * mandates are for, and says nothing about the path.
 */
final class Road {

    private final Set<String> taken = new HashSet<>();
    private final Set<Setting<?>> bounded = new HashSet<>();
    private final List<Port> ports = new ArrayList<>();
    private boolean image;

    /** Returns what is said in all environments together: nobody can rely on what is there in some of them only. */
    static Road through(List<Road> environments) {
        Road road = new Road();
        for (Road here : environments) {
            road.taken.addAll(here.taken);
            road.bounded.addAll(here.bounded);
            road.ports.addAll(here.ports);
        }
        road.image = environments.stream().allMatch(here -> here.image);
        if (environments.stream().anyMatch(here -> here.http().isEmpty())) {
            road.ports.removeIf(Road::isHttp);
        }
        return road;
    }

    /** Everything that is said for good. */
    void mandated(Ground ground) {
        ground.mandates().forEach(mandate -> {
            taken.add(mandate.statement().topic());
            known(mandate.statement());
        });
        ground.requirements().forEach(requirement -> bounded.add(requirement.setting()));
    }

    /** What a made-up workload may still say otherwise. */
    void defaulted(Ground ground) {
        ground.defaults().forEach(this::known);
    }

    private void known(Statement<?> statement) {
        image |= statement.setting().equals(Settings.IMAGE);
        if (statement.value() instanceof Port port) {
            ports.add(port);
        }
    }

    boolean leaves(Topics.Topic topic) {
        return !taken.contains(topic.id()) && !bounded.contains(topic.setting());
    }

    boolean hasImage() {
        return image;
    }

    List<Port> ports() {
        return ports;
    }

    /** The port by which others call. */
    Optional<Port> http() {
        return ports.stream().filter(Road::isHttp).findFirst();
    }

    static boolean isHttp(Port port) {
        return port.name().equals("http") && port.protocol() == Protocol.HTTP;
    }
}
