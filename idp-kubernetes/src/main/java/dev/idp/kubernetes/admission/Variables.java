package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.WaiverAnnotation;
import dev.idp.kubernetes.internal.cel.Access;
import dev.idp.kubernetes.internal.cel.Proposition;
import dev.idp.kubernetes.internal.condition.Containers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What expressions of policies have names for, each written only where it is used. */
final class Variables {

    private static final String MAP = "map";
    private static final String TEMPLATE = "variables.template";
    private static final String POD = "variables.podSpec";
    private static final String ANNOTATIONS = "object.metadata.annotations";
    private static final Pattern USE = Pattern.compile("\\bvariables\\.(\\w+)");

    /** In the order in which one may use another. */
    private final Map<String, String> known = new LinkedHashMap<>();

    Variables(Choices.Waivers waivers) {
        known.put("template", template());
        known.put("podMetadata", orNone(TEMPLATE, List.of("metadata"), MAP, 0));
        known.put("podSpec", orNone(TEMPLATE, List.of("spec"), MAP, 0));
        for (Set<Container.Role> roles : lists()) {
            known.put(
                    Containers.variable(roles),
                    roles.stream()
                            .map(role -> "(" + orNone(POD, List.of(role.field()), "list", 1) + ")")
                            .collect(Collectors.joining(" +\n")));
        }
        known.put("waivers", waivers(waivers));
    }

    /** Adds what a policy has a name of its own for. */
    void add(String name, String expression) {
        known.put(name, expression);
    }

    /** Those that some expressions use, and those that these use. */
    Map<String, String> usedBy(List<String> expressions) {
        List<String> open = new ArrayList<>(expressions);
        Set<String> used = new HashSet<>();
        while (!open.isEmpty()) {
            var use = USE.matcher(open.remove(open.size() - 1));
            while (use.find()) {
                if (used.add(use.group(1))) {
                    open.add(Objects.requireNonNull(known.get(use.group(1)), use.group()));
                }
            }
        }
        Map<String, String> all = new LinkedHashMap<>(known);
        all.keySet().retainAll(used);
        return all;
    }

    /** Every set of lists of containers but the empty one. */
    private static List<Set<Container.Role>> lists() {
        List<Set<Container.Role>> lists = new ArrayList<>();
        for (Container.Role role : Container.Role.values()) {
            for (Set<Container.Role> list : List.copyOf(lists)) {
                Set<Container.Role> longer = EnumSet.copyOf(list);
                longer.add(role);
                lists.add(longer);
            }
            lists.add(EnumSet.of(role));
        }
        return lists;
    }

    private static String template() {
        return "object.kind == \"Pod\" ? object :\n"
                + "object.kind == \"PodTemplate\" ?\n  (" + orNone("object", List.of("template"), MAP, 3) + ") :\n"
                + "object.kind == \"CronJob\" ?\n  ("
                + orNone("object", List.of("spec", "jobTemplate", "spec", "template"), MAP, 3) + ") :\n"
                + "  (" + orNone("object", List.of("spec", "template"), MAP, 3) + ")";
    }

    private static String waivers(Choices.Waivers waivers) {
        String text = ANNOTATIONS + "[key]";
        return has(List.of("metadata", "annotations"), "object", MAP).text(0) + "\n"
                + "? " + ANNOTATIONS + ".filter(key,\n"
                + "    key.startsWith(" + Access.text(WaiverAnnotation.key("")) + ") &&\n"
                + "    type(" + text + ") == string &&\n"
                + "    " + text + ".matches("
                + Access.raw("^until \\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]), by [^:]+: (?:.|\\n)") + ")"
                + waivers.today()
                        .map(day -> " &&\n    " + text + ".substring(6, 16) >= " + Access.text(day.toString()))
                        .orElse("")
                + ")\n"
                + ": []";
    }

    /** A value of a type, or an empty one. */
    private static String orNone(String from, List<String> names, String type, int indent) {
        String line = "\n" + " ".repeat(indent);
        return has(names, from, type).text(indent) + line + "? " + Access.at(from, names) + line + ": "
                + (type.equals(MAP) ? "{}" : "[]");
    }

    private static Proposition has(List<String> names, String from, String type) {
        return Proposition.all(List.of(Access.has(from, true, names), Access.is(Access.at(from, names), type)));
    }
}
