package dev.idp.internal.planning;

import dev.idp.Dependency;
import dev.idp.ExternalService;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Segment.Attribute;
import dev.idp.ServiceRef;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.TextForm;
import dev.idp.TextPart;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.plan.Decisions;
import dev.idp.plan.Edge;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves what services of one environment say about each other, and keeps who calls whom because of it. */
final class References {

    private final Here here;
    private final SortedMap<String, Decision<ExternalService>> externals = new TreeMap<>();
    private final Map<Edge, List<Decision<?>>> edges = new HashMap<>();

    References(Here here) {
        this.here = here;
    }

    /** Replaces references by what they refer to. */
    void resolve(Decided caller, Decisions.Builder decisions) {
        for (Setting<?> setting : caller.decisions().settings()) {
            resolve(caller, setting, decisions);
        }
        caller.entries(Settings.USES).values().forEach(use -> new Speech(caller, use).use(use.get()));
    }

    private <T> void resolve(Decided caller, Setting<T> setting, Decisions.Builder decisions) {
        TextForm<T> texts = setting.texts().orElse(null);
        if (texts == null) {
            return;
        }
        for (Map.Entry<String, Decision<T>> said : caller.entries(setting).entrySet()) {
            Decision<T> decision = said.getValue();
            Speech speech = new Speech(caller, decision);
            T resolved = texts.resolve(decision.get(), speech);
            if (resolved != decision.get() || speech.hasParts()) {
                decisions.put(setting, said.getKey(), decision.resolvedTo(resolved, speech.parts()));
            }
        }
    }

    List<Edge> edges() {
        return edges.entrySet().stream()
                .map(edge -> new Edge(
                        edge.getKey().from(), edge.getKey().to(), edge.getKey().port(), List.copyOf(edge.getValue())))
                .toList();
    }

    List<Decision<ExternalService>> externals() {
        return List.copyOf(externals.values());
    }

    /** One thing that a service says, with everything that it refers to. */
    private final class Speech implements TextForm.Resolver {

        private final Decided caller;
        private final Decision<?> decision;
        private boolean secretsAllowed;
        private @Nullable Source supplier;
        private List<Segment> resolved = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private final Set<Segment.OfResource> open = new HashSet<>();
        private final Set<Decision<?>> parts = new LinkedHashSet<>();

        Speech(Decided caller, Decision<?> decision) {
            this.caller = caller;
            this.decision = decision;
        }

        @Override
        public Text resolve(Text text) {
            List<Segment> segments = resolve(text.segments(), false);
            return segments == text.segments() ? text : new Text(segments);
        }

        @Override
        public SecretText resolve(SecretText text) {
            List<Segment> segments = resolve(text.segments(), true);
            return segments == text.segments() ? text : new SecretText(segments);
        }

        boolean hasParts() {
            return !parts.isEmpty();
        }

        List<Decision<?>> parts() {
            return List.copyOf(parts);
        }

        private List<Segment> resolve(List<Segment> segments, boolean secret) {
            secretsAllowed = secret;
            if (segments.size() == 1 && segments.get(0) instanceof Segment.Literal) {
                return segments;
            }
            resolved = new ArrayList<>();
            for (Segment segment : segments) {
                add(segment);
            }
            endLiteral();
            return resolved.isEmpty() ? List.of(new Segment.Literal("")) : resolved;
        }

        void use(Dependency dependency) {
            if (dependency instanceof ExternalService external) {
                call(external, declared(external));
            } else if (dependency instanceof Resource resource) {
                supplier = here.provisioning().supplier(resource);
                here.provisioning().outputs(resource).forEach(output -> resolve(output.segments(), true));
            } else if (dependency instanceof ServiceRef) {
                callAll(find(dependency.name()));
            } else {
                report(
                        wrong("a " + dependency.getClass().getSimpleName() + " cannot be used by a service"),
                        "use a service, an external service or a resource");
            }
        }

        private void add(Segment segment) {
            if (segment instanceof Segment.Literal text) {
                literal.append(text.text());
            } else if (segment instanceof Segment.OfService of) {
                addService(find(of.service()), of);
            } else if (segment instanceof Segment.OfExternal of) {
                if (of.external().udp() && of.attribute() == Attribute.URL) {
                    report(
                            wrong("external service '" + of.external().name() + "' is reached over UDP and has no URL"),
                            "refer to its address()");
                }
                literal.append(text(call(of.external(), declared(of.external())), of.attribute()));
            } else if (segment instanceof Segment.OfResource of) {
                addOutput(of);
            } else if (segment instanceof Segment.Host host) {
                addHost(host.service());
            } else if (segment instanceof Segment.Key key) {
                flawOf(key).ifPresent(flaw -> report(wrong(flaw.message()), flaw.fix()));
                endLiteral();
                resolved.add(key);
            } else if (segment instanceof Segment.Mismatch mismatch) {
                int holes = mismatch.template().split("\\{\\}", -1).length - 1;
                report(
                        wrong("the text '" + mismatch.template() + "' has " + count(holes, "hole") + " for "
                                + count(mismatch.parts(), "part")),
                        "write {} once for each part");
            }
        }

        private Optional<Flaw> flawOf(Segment.Key key) {
            return Names.flawOfLabel(key.secret(), "a secret")
                    .or(() -> key.key().matches("[-._a-zA-Z0-9]{1,253}")
                            ? Optional.empty()
                            : Optional.of(new Flaw(
                                    "'" + key.key() + "' cannot be the key of a value of secret '" + key.secret() + "'",
                                    "use letters, digits, dashes, dots and underscores")));
        }

        private static String count(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        private void addHost(String service) {
            endLiteral();
            resolved.add(new Segment.Host(service));
        }

        private void endLiteral() {
            if (literal.length() > 0) {
                resolved.add(new Segment.Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        private void addOutput(Segment.OfResource of) {
            Optional<TextPart> output = here.provisioning().output(of.resource(), of.output());
            if (output.isEmpty()) {
                // A resource that nothing supplies is reported once, not again by everyone who mentions it.
                if (here.provisioning().isSupplied(of.resource())) {
                    report(
                            wrong(of.resource().type() + " '" + of.resource().name() + "' has no output '" + of.output()
                                    + "' here"),
                            "use another output, or a provisioner that has it");
                }
            } else if (output.get() instanceof SecretText && !secretsAllowed) {
                report(
                        wrong("output '" + of.output() + "' of " + of.resource().name() + " is a secret"),
                        "use secret(...) instead of env(...)");
            } else {
                addOutput(of, output.get());
            }
        }

        private void addOutput(Segment.OfResource of, TextPart output) {
            if (open.add(of)) {
                Source before = supplier;
                supplier = here.provisioning().supplier(of.resource());
                output.segments().forEach(this::add);
                supplier = before;
                open.remove(of);
            } else {
                report(
                        wrong("output '" + of.output() + "' of " + of.resource().name() + " is made of itself"),
                        "mend the provisioner");
            }
        }

        private @Nullable Decided find(String name) {
            Decided found = name.equals(Segment.OfService.SELF)
                    ? caller
                    : here.workloads().get(name);
            if (found == null && here.elsewhere().contains(name)) {
                report(
                        wrong("service '" + name + "' is not in " + here.name()),
                        "let it run there, or say this only where it does");
            } else if (found == null) {
                report(
                        wrong("there is no service '" + name + "'"),
                        here.didYouMean(name).orElse("add it to the platform, or declare it as an external service"));
            } else if (found.kind() == WorkloadKind.JOB) {
                report(wrong("'" + found.name() + "' is a job, which nothing can call"), "use startsAfter(...)");
                return null;
            }
            return found;
        }

        private void addService(@Nullable Decided called, Segment.OfService of) {
            if (called == null) {
                return;
            }
            if (of.attribute() == Attribute.HOST) {
                callAll(called);
                addHost(called.name());
                return;
            }
            Decision<Port> decided = Ports.choose(called, of.port(), port -> true, (message, fix) -> {
                if (called.sound()) {
                    report(wrong("it refers to the port of " + called.name() + ", and " + message), fix);
                }
            });
            if (decided == null) {
                return;
            }
            Port port = decided.get();
            call(called, decided);
            switch (of.attribute()) {
                case PORT -> literal.append(port.reachedUnder());
                case LISTENING_PORT -> literal.append(port.listening());
                default -> {
                    if (of.attribute() == Attribute.URL) {
                        literal.append(port.protocol().name().toLowerCase(Locale.ROOT))
                                .append("://");
                    }
                    addHost(called.name());
                    literal.append(':').append(port.reachedUnder());
                }
            }
        }

        private String text(ExternalService external, Attribute attribute) {
            String address = external.hostName() + ":" + external.portNumber();
            return switch (attribute) {
                case HOST -> external.hostName();
                case PORT, LISTENING_PORT -> Integer.toString(external.portNumber());
                case ADDRESS -> address;
                case URL -> (external.portNumber() == 443 ? "https://" : "http://") + address;
            };
        }

        private void callAll(@Nullable Decided called) {
            if (called == null) {
                return;
            }
            Map<String, Decision<Port>> ports = called.entries(Settings.PORT);
            if (ports.isEmpty() && called.sound() && !called.name().equals(caller.name())) {
                report(
                        wrong("service '" + called.name() + "' has no port, so nothing can call it"),
                        "add port(...) to it, or do not refer to it");
            }
            ports.values().forEach(port -> call(called, port));
        }

        private void call(Decided called, Decision<Port> port) {
            parts.add(port);
            if (!called.name().equals(caller.name())) {
                edge(new Edge(caller.name(), called.name(), port.get().name(), List.of()));
            }
        }

        /** What a provisioner declares stands at no line of its own, but at the one that chose the provisioner. */
        private Source declared(ExternalService external) {
            return supplier != null && !external.origin().isKnown()
                    ? supplier
                    : new Source(Layer.PLATFORM, "external service " + external.name(), external.origin(), "");
        }

        private ExternalService call(ExternalService anywhere, Source declared) {
            ExternalService external = anywhere.in(here.environment());
            Decision<ExternalService> decided = Decision.of("externals/" + external.name(), external, declared);
            Decision<ExternalService> known = externals.putIfAbsent(external.name(), decided);
            if (known == null) {
                checkNew(anywhere, declared);
            } else if (!known.get().equals(external)) {
                clash(external, "external services that differ", "first", known.source(), "second");
            }
            parts.add(decided);
            edge(new Edge(caller.name(), external.name(), "", List.of()));
            if (!external.callers().isEmpty() && !external.callers().contains(caller.name())) {
                here.problems()
                        .add(wrong("it may not call " + external.name() + ", which is only for "
                                        + String.join(", ", external.callers()))
                                .cite("declared", declared)
                                .fix("add it to onlyFor(...) of the external service, or do not refer to it"));
            }
            return external;
        }

        private void checkNew(ExternalService external, Source declared) {
            Names.flawOfLabel(external.name(), "an external service")
                    .or(external::flaw)
                    .ifPresent(flaw -> here.problems()
                            .add(Problem.of(external.name(), here.name(), flaw.message())
                                    .cite("declared", declared)
                                    .fix(flaw.fix())));
            external.callers().stream().filter(name -> !here.knows(name)).forEach(name -> here.problems()
                    .add(Problem.of(external.name(), here.name(), "it is only for '" + name + "', which there is not")
                            .cite("declared", declared)
                            .fix(here.didYouMean(name).orElse("remove it from onlyFor(...)"))));
            Decided service = here.workloads().get(external.name());
            if (service != null) {
                clash(
                        external,
                        "services, one of them external,",
                        service.kind().singular(),
                        service.declared(),
                        "external");
            }
        }

        private void clash(ExternalService external, String what, String first, Source origin, String second) {
            here.problems()
                    .add(Problem.of(
                                    external.name(),
                                    here.name(),
                                    "two " + what + " have the name '" + external.name() + "'")
                            .cite(first, origin)
                            .cite(second, declared(external))
                            .fix("rename one of them"));
        }

        private void edge(Edge edge) {
            List<Decision<?>> because = edges.computeIfAbsent(edge, key -> new ArrayList<>(2));
            if (!because.contains(decision)) {
                because.add(decision);
            }
        }

        private Problem.Builder wrong(String message) {
            return Problem.of(
                            caller.name(),
                            here.name(),
                            decision.subject().substring(caller.path().length() + 1) + ": " + message)
                    .cite("said", decision.source());
        }

        private void report(Problem.Builder problem, String fix) {
            here.problems().add(problem.fix(fix));
        }
    }
}
