package dev.idp.internal.planning;

import dev.idp.Port;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.internal.planning.Composition.Need;
import dev.idp.internal.text.Closest;
import dev.idp.plan.Problem;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Holds what a platform supplies against what its parts need of others. */
final class Needs {

    private final Need need;
    private final String environment;
    private final Problems problems;

    private Needs(Need need, String environment, Problems problems) {
        this.need = need;
        this.environment = environment;
        this.problems = problems;
    }

    static void check(Composition composition, String environment, Map<String, Decided> workloads, Problems problems) {
        composition.needs().forEach(need -> new Needs(need, environment, problems).check(workloads));
    }

    private void check(Map<String, Decided> workloads) {
        String name = need.contract().service();
        Decided supplied = workloads.get(name);
        if (supplied == null) {
            problems.add(problem("it needs service '" + name + "', which nobody supplies")
                    .fix(Closest.to(name, workloads.keySet())
                            .map(closest -> "did you mean '" + closest + "'?")
                            .orElse("add a service of that name, or take a part that has it")));
        } else if (supplied.kind() != WorkloadKind.SERVICE) {
            problems.add(problem("it needs service '" + name + "', which is a job")
                    .cite("supplied", supplied.declared())
                    .fix("add a service of that name, or take a part that has it"));
        } else if (supplied.sound()) {
            need.contract().ports().forEach(port -> check(port, supplied));
        }
    }

    private void check(Port needed, Decided supplied) {
        SortedMap<String, Decision<Port>> ports = supplied.entries(Settings.PORT);
        boolean met = ports.values().stream()
                .map(Decision::get)
                .anyMatch(port -> port.name().equals(needed.name())
                        && port.protocol() == needed.protocol()
                        && port.reachedUnder() == needed.reachedUnder());
        if (!met) {
            problems.add(problem("it needs " + text(needed) + " of " + supplied.name() + ", which has "
                            + (ports.isEmpty()
                                    ? "no port"
                                    : ports.values().stream()
                                            .map(port -> text(port.get()))
                                            .collect(Collectors.joining(", "))))
                    .cite("supplied", supplied.declared())
                    .fix("let the service have that port, or take a version of the part that fits"));
        }
    }

    private static String text(Port port) {
        return "port " + port.name() + " (" + port.protocol() + " " + port.reachedUnder() + ")";
    }

    private Problem.Builder problem(String message) {
        return Problem.of(need.part(), environment, message)
                .cite("needed", need.contract().origin());
    }
}
