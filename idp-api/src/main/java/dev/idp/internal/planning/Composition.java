package dev.idp.internal.planning;

import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Workload;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import dev.idp.spi.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that a platform is made of: what it declares itself, and what its parts bring. */
final class Composition {

    private final List<Member> members = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final Map<String, Visited> visited = new HashMap<>();
    private final Problems problems;

    private Composition(Problems problems) {
        this.problems = problems;
    }

    /**
     * A workload and who brings it.
     *
     * @param workload what was declared
     * @param declared who declared it, the part included
     * @param claims what it says itself
     */
    record Member(Workload workload, Source declared, List<OwnClaim> claims) {

        static Member of(Workload workload, Source declared) {
            return new Member(workload, declared, OwnClaim.of(workload));
        }

        static Member of(Workload workload, String part) {
            return of(
                    workload,
                    new Source(
                            Layer.WORKLOAD,
                            workload.kind().singular() + " " + workload.name(),
                            workload.origin(),
                            part));
        }

        /** The part and the line, or the line alone. */
        String place() {
            return declared.reason().isEmpty()
                    ? workload.origin().toString()
                    : declared.reason() + ", " + workload.origin();
        }
    }

    /** What a part needs of others. */
    record Need(String part, PartContents.Need contract) {}

    private record Visited(Part part, String name, Origin origin) {}

    static Composition of(Platform platform, Problems problems) {
        Composition composition = new Composition(problems);
        composition.add(platform.services(), "");
        composition.add(platform.jobs(), "");
        platform.parts().forEach(composition::take);
        if (platform.stubsNeeds()) {
            composition.stub();
        }
        return composition;
    }

    List<Member> members() {
        return members;
    }

    List<Need> needs() {
        return needs;
    }

    private void add(Collection<? extends Workload> workloads, String part) {
        workloads.forEach(workload -> members.add(Member.of(workload, part)));
    }

    private void take(Taken taken) {
        Part part = taken.part();
        String type = part.getClass().getName();
        try {
            String id = part.id();
            if (isBlank(id) || isBlank(part.version())) {
                problems.add(Problem.of("part " + type, "", "it has no id or no version")
                        .cite("taken", taken.origin())
                        .fix("return the coordinates of its artifact, and its version"));
                return;
            }
            Visited now = new Visited(part, "part " + id + " " + part.version(), taken.origin());
            Visited first = visited.putIfAbsent(id, now);
            if (first == null) {
                PartContents contents = new PartContents();
                part.compose(contents);
                add(contents.services(), now.name());
                add(contents.jobs(), now.name());
                contents.needs().forEach(contract -> needs.add(new Need(now.name(), contract)));
                contents.parts().forEach(this::take);
            } else if (!isSame(first, now)) {
                problems.add(Problem.of(now.name(), "", "it is taken twice, and not the same each time")
                        .cite("first", place(first))
                        .cite("second", place(now))
                        .fix("agree on one version, and release the parts that take it again"));
            }
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            problems.add(Problem.of("part " + type, "", "its code failed: " + thrown)
                    .cite("thrown", Origin.of(thrown))
                    .cite("taken", taken.origin())
                    .fix("mend the part"));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isSame(Visited first, Visited second) {
        return first.part().getClass().equals(second.part().getClass())
                && first.name().equals(second.name());
    }

    private static String place(Visited visited) {
        return visited.name() + ", " + visited.part().getClass().getName() + ", taken at " + visited.origin();
    }

    private void stub() {
        Set<String> known = new HashSet<>();
        members.forEach(member -> known.add(member.workload().name()));
        for (Need need : needs) {
            String name = need.contract().service();
            if (known.add(name)) {
                members.add(Member.of(
                        stub(name),
                        new Source(Layer.LIBRARY, "stub", need.contract().origin(), "what " + need.part() + " needs")));
            }
        }
    }

    /** One stub stands in for what all parts expect of a service; where they contradict each other, one is not met. */
    private Service stub(String name) {
        SortedMap<String, Port> ports = new TreeMap<>();
        needs.stream()
                .filter(need -> need.contract().service().equals(name))
                .flatMap(need -> need.contract().ports().stream())
                .forEach(port -> ports.putIfAbsent(port.name(), port));
        Service.Builder stub = Service.named(name).image("stub.invalid/" + name + ":contract");
        ports.values().forEach(stub::port);
        return stub.build();
    }
}
