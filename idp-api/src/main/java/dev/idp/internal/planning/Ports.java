package dev.idp.internal.planning;

import dev.idp.Port;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the port that is meant. */
final class Ports {

    private Ports() {}

    /**
     * Finds the port that is meant.
     *
     * @param service whose port
     * @param name the port's name; empty for the only one that fits
     * @param fits which ports can be meant when none is named
     * @param wrong takes the message, as a clause about the service, and the fix
     * @return the port, or null if something is wrong
     */
    static @Nullable Decision<Port> choose(
            Decided service, String name, Predicate<Port> fits, BiConsumer<String, String> wrong) {
        SortedMap<String, Decision<Port>> ports = service.entries(Settings.PORT);
        if (!name.isEmpty()) {
            Decision<Port> named = ports.get(name);
            if (named == null) {
                wrong.accept(
                        "there is no port '" + name + "'",
                        ports.isEmpty() ? "add one with port(...)" : "name one of " + ports.keySet());
            }
            if (named != null && !fits.test(named.get())) {
                wrong.accept(
                        "port '" + name + "' speaks " + named.get().protocol(), "name one that fits, or another probe");
                return null;
            }
            return named;
        }
        List<Decision<Port>> fitting = new ArrayList<>(2);
        for (Decision<Port> port : ports.values()) {
            if (fits.test(port.get())) {
                fitting.add(port);
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.isEmpty()) {
            wrong.accept(
                    ports.isEmpty() ? "there is no port" : "no port of " + ports.keySet() + " fits",
                    "add one with port(...)");
        } else {
            wrong.accept(
                    "there are several: "
                            + fitting.stream().map(port -> port.get().name()).toList(),
                    "name the one that is meant");
        }
        return null;
    }
}
