package dev.idp.tests.kubernetes.admission;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ConditionOn;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Objects in which few names and values meet often, and conditions on them. */
final class RandomConditions {

    private static final List<String> NAMES = List.of("a", "b", "a/b.c", "namespace", "it's \"so\"");
    private static final List<Object> VALUES = List.of(
            true,
            false,
            "true",
            "",
            "x",
            "xy",
            "x\ny",
            "x\n",
            "1",
            "\\d",
            0L,
            1L,
            5L,
            -3L,
            Long.MAX_VALUE,
            1.0,
            5.5,
            "é😀");
    private static final List<String> TEXTS = List.of("", "x", "xy", "y", "true", "1", "\\d", "\n", "é", "😀");
    private static final List<String> PATTERNS = List.of(
            "x", "x.", "x.?", "[^x]+", "\\d", "\\\\d", "(?:x|xy)", "x$", "^y", "\\w*", ".", "é.", "[a-y]{2}", "");

    private final Random random;

    RandomConditions(long seed) {
        this.random = new Random(seed);
    }

    /** A Pod or a Deployment with some of what conditions ask for. */
    Map<String, Object> object() {
        Map<String, Object> spec = fields(3);
        for (Container.Role role : Container.Role.values()) {
            if (random.nextInt(4) > 0) {
                List<Object> containers = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    Map<String, Object> container = fields(2);
                    container.put("name", "c" + i);
                    if (random.nextBoolean()) {
                        container.put("securityContext", tree(2));
                    }
                    containers.add(container);
                }
                spec.put(role.field(), containers);
            } else if (random.nextInt(3) == 0) {
                spec.put(role.field(), scalar());
            }
        }
        if (random.nextBoolean()) {
            spec.put("securityContext", tree(2));
        }
        Map<String, Object> object = fields(2);
        object.put("metadata", fields(2));
        if (random.nextBoolean()) {
            object.put("apiVersion", "v1");
            object.put("kind", "Pod");
            object.put("spec", spec);
        } else {
            object.put("apiVersion", "apps/v1");
            object.put("kind", "Deployment");
            object.put("spec", random.nextInt(8) == 0 ? tree(2) : Map.of("template", Map.of("spec", spec)));
        }
        return object;
    }

    private Map<String, Object> fields(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                fields.put(name, tree(depth - 1));
            }
        }
        return fields;
    }

    private Object tree(int depth) {
        int form = depth <= 0 ? 0 : random.nextInt(5);
        if (form < 2) {
            return scalar();
        }
        if (form < 4) {
            return fields(depth);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            elements.add(tree(depth - 1));
        }
        return elements;
    }

    private Object scalar() {
        return random.nextInt(8) == 0 ? null : any(VALUES);
    }

    Condition<Container> onContainer(int depth) {
        return condition(
                depth,
                List.of(
                        () -> on(Condition.security(any(NAMES)), depth),
                        () -> Condition.isAmong(
                                any(List.of(Container.Role.values())), any(List.of(Container.Role.values()))),
                        () -> Condition.ofPod(onPod(depth - 1)),
                        () -> Condition.ofObject(onObject(depth - 1)),
                        () -> anywhere(depth)));
    }

    Condition<Pod> onPod(int depth) {
        return condition(
                depth,
                List.of(
                        () -> Condition.eachContainer(onContainer(depth - 1)),
                        () -> Condition.ofMetadata(anywhere(depth - 1)),
                        () -> Condition.ofObject(onObject(depth - 1)),
                        () -> anywhere(depth)));
    }

    Condition<ManifestObject> onObject(int depth) {
        return condition(depth, List.of(() -> anywhere(depth)));
    }

    private Condition<Field> onField(int depth) {
        return condition(depth, List.of(() -> anywhere(depth), () -> on(Condition.value(), depth)));
    }

    private <W extends HasFields> Condition<W> condition(int depth, List<Supplier<Condition<W>>> leaves) {
        if (depth <= 0) {
            return anywhere(0);
        }
        return switch (random.nextInt(7)) {
            case 0 -> Condition.allOf(condition(depth - 1, leaves), condition(depth - 1, leaves));
            case 1 -> Condition.anyOf(condition(depth - 1, leaves), condition(depth - 1, leaves));
            case 2 -> condition(depth - 1, leaves).negate();
            default -> any(leaves).get();
        };
    }

    private <W extends HasFields> Condition<W> anywhere(int depth) {
        String[] more = new String[random.nextInt(3)];
        for (int i = 0; i < more.length; i++) {
            more[i] = any(NAMES);
        }
        return Condition.allOf(on(Condition.field(any(NAMES), more), depth));
    }

    private <W extends HasFields> Condition<W> on(ConditionOn<W> field, int depth) {
        return switch (random.nextInt(depth > 0 ? 18 : 14)) {
            case 0 -> field.isPresent();
            case 1 -> field.isAbsent();
            case 2 -> field.isTrue();
            case 3 -> field.isNotTrue();
            case 4 -> field.isFalse();
            case 5 -> field.is(any(TEXTS));
            case 6 -> field.is((long) random.nextInt(6));
            case 7 -> field.isAtLeast(random.nextInt(6));
            case 8 -> field.isAtMost(random.nextInt(6));
            case 9 -> field.isOneOf(any(TEXTS), any(TEXTS));
            case 10 -> field.startsWith(any(TEXTS));
            case 11 -> random.nextBoolean() ? field.endsWith(any(TEXTS)) : field.contains(any(TEXTS));
            case 12 -> field.matches(any(PATTERNS));
            case 13 -> field.containsMatch(any(PATTERNS));
            case 14 -> field.each(onField(depth - 1));
            case 15 -> field.any(onField(depth - 1));
            case 16 -> field.eachValue(onField(depth - 1));
            default -> field.anyValue(onField(depth - 1));
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
