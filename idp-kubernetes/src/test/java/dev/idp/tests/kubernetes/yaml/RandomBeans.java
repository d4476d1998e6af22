package dev.idp.tests.kubernetes.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Objects of the model with random values in random fields, the same for the same seed. */
final class RandomBeans {

    private static final List<String> TEXTS = List.of("orders", "1.0", "yes", "", "a: b", "two\nlines\n", "größe", "-");

    private final Random random;

    private RandomBeans(long seed) {
        random = new Random(seed);
    }

    static <T> T of(Class<T> type, long seed) {
        return type.cast(new RandomBeans(seed).bean(type, 0));
    }

    private Object bean(Class<?> type, int depth) {
        try {
            Object bean = type.getConstructor().newInstance();
            for (Method setter : setters(type)) {
                // Deeper is rarer, and the first levels are mostly there.
                if (random.nextInt(10) < 8 - 2 * depth) {
                    setter.invoke(bean, value(setter.getGenericParameterTypes()[0], depth + 1));
                }
            }
            return bean;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(type + " cannot be filled", failed);
        }
    }

    private static List<Method> setters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .filter(method -> !method.isBridge() && !method.getName().equals("setAdditionalProperties"))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type content = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            int size = random.nextInt(3);
            if (generic.getRawType() == Map.class) {
                Map<String, Object> map = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    map.put(text() + i, value(content, depth));
                }
                return map;
            }
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(value(content, depth));
            }
            return list;
        }
        if (type == String.class) {
            return text();
        }
        if (type == Integer.class) {
            return random.nextInt();
        }
        if (type == Long.class) {
            return random.nextLong();
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == IntOrString.class) {
            return random.nextBoolean() ? new IntOrString(random.nextInt(9)) : new IntOrString(text());
        }
        if (type == Quantity.class) {
            return new Quantity("1", random.nextBoolean() ? "Gi" : "");
        }
        if (type == Object.class) {
            return text();
        }
        return bean((Class<?>) type, depth);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
