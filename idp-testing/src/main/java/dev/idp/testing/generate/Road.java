package dev.idp.testing.generate;

import dev.idp.Ground;
import dev.idp.Port;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** Everything in it is said for good. */
    void mandated(Ground ground) {
        ground.mandates().forEach(mandate -> taken.add(mandate.statement().topic()));
        ground.requirements().forEach(requirement -> bounded.add(requirement.setting()));
        ground.mandates().forEach(mandate -> known(mandate.statement()));
    }

    /** A made-up workload may still say otherwise. */
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
}
