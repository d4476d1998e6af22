package dev.idp.tests.backend;

import dev.idp.Port;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Settings;
import dev.idp.TextPart;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.spi.Backend;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A second backend, small enough to read in one go: a plan as a file like those of Docker Compose. */
final class ComposeBackend implements Backend<String> {

    @Override
    public String id() {
        return "compose";
    }

    @Override
    public String render(EnvironmentPlan environment) {
        StringBuilder file = new StringBuilder("name: " + environment.namespace() + "\nservices:\n");
        environment.services().forEach(service -> render(service, environment, file));
        return file.toString();
    }

    private static void render(ServicePlan service, EnvironmentPlan environment, StringBuilder file) {
        file.append("  ").append(service.name()).append(":\n");
        line(file, "image", service.image());
        service.replicas()
                .map(Replicas::minimum)
                .filter(copies -> copies > 1)
                .ifPresent(copies -> line(file, "scale", copies));
        service.get(Settings.CPU_LIMIT).ifPresent(cpu -> line(file, "cpus", cpu.milliCores() / 1000.0));
        service.get(Settings.MEMORY_LIMIT).ifPresent(memory -> line(file, "mem_limit", memory.bytes()));
        service.get(Settings.USER_ID).ifPresent(user -> line(file, "user", user));
        list(file, "expose", service.ports().stream().map(Port::listening).toList());
        map(file, "environment", variables(service));
        list(file, "labels", service.routes().stream().map(Route::address).toList());
        list(
                file,
                "depends_on",
                environment.graph().callsFrom(service.name()).stream()
                        .map(Edge::to)
                        .filter(name -> environment.findService(name).isPresent())
                        .distinct()
                        .toList());
    }

    private static Map<String, String> variables(ServicePlan service) {
        Map<String, String> variables = new TreeMap<>();
        service.env().forEach((name, text) -> variables.put(name, text(text)));
        for (Map.Entry<String, Decision<SecretText>> secret :
                service.entries(Settings.SECRET).entrySet()) {
            variables.put(secret.getKey(), text(secret.getValue().get()));
        }
        return variables;
    }

    /** Services find each other by their names; secrets come from the variables of whoever starts this. */
    private static String text(TextPart text) {
        return text.segments().stream().map(ComposeBackend::text).collect(Collectors.joining());
    }

    private static String text(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.text();
        }
        if (segment instanceof Segment.Host host) {
            return host.service();
        }
        if (segment instanceof Segment.Key key) {
            return "${" + key.secret() + "_" + key.key() + "}";
        }
        throw new IllegalArgumentException("not planned: " + segment);
    }

    private static void line(StringBuilder file, String name, Object value) {
        file.append("    ").append(name).append(": ").append(value).append('\n');
    }

    private static void list(StringBuilder file, String name, List<?> values) {
        if (!values.isEmpty()) {
            line(file, name, values);
        }
    }

    private static void map(StringBuilder file, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            file.append("    ").append(name).append(":\n");
            values.forEach((key, value) -> file.append("      ")
                    .append(key)
                    .append(": \"")
                    .append(value)
                    .append("\"\n"));
        }
    }
}
