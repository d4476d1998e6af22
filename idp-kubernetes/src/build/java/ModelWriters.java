import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the class {@code dev.idp.kubernetes.internal.model.ModelWriters}, with one method for each class that objects of
 * these kinds are made of. The build runs it as it is, by {@code java ModelWriters.java DIRECTORY}.
 *
 * <p>Which fields there are, their order, and when they are left out is asked of Jackson, so that both write the same. What
 * is no plain bean to Jackson, or has a field of a type that is not known here, is left to Jackson.
 */
public final class ModelWriters {

    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    /** The kinds that facets make. */
    private static final List<String> KINDS = List.of(
            "ConfigMap",
            "LimitRange",
            "Namespace",
            "PersistentVolumeClaim",
            "ResourceQuota",
            "Secret",
            "Service",
            "ServiceAccount",
            "apps.DaemonSet",
            "apps.Deployment",
            "apps.StatefulSet",
            "autoscaling.v2.HorizontalPodAutoscaler",
            "batch.v1.CronJob",
            "batch.v1.Job",
            "gatewayapi.v1.GRPCRoute",
            "gatewayapi.v1.HTTPRoute",
            "networking.v1.Ingress",
            "networking.v1.NetworkPolicy",
            "policy.v1.PodDisruptionBudget",
            "rbac.Role",
            "rbac.RoleBinding");

    private final SerializerProvider jackson;
    private final JsonMapper mapper = new JsonMapper();

    /** The classes that have a method, or will have one. */
    private final Set<Class<?>> known = new LinkedHashSet<>();

    private final Deque<Class<?>> open = new ArrayDeque<>();

    private ModelWriters() {
        jackson = ((DefaultSerializerProvider) mapper.getSerializerProvider())
                .createInstance(mapper.getSerializationConfig(), mapper.getSerializerFactory());
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0], "dev", "idp", "kubernetes", "internal", "model", "ModelWriters.java");
        String source = new ModelWriters().source();
        // An untouched file does not make everything compile anew.
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    private String source() throws Exception {
        StringBuilder methods = new StringBuilder();
        for (String kind : KINDS) {
            require(Class.forName(MODEL + kind));
        }
        for (Class<?> type = open.poll(); type != null; type = open.poll()) {
            methods.append(method(type));
        }
        return """
                package dev.idp.kubernetes.internal.model;

                import java.util.Set;

                /** Written by src/build/java/ModelWriters.java. */
                final class ModelWriters {

                    static final Set<String> KINDS = Set.of(%s);

                    private ModelWriters() {}

                    static void write(io.fabric8.kubernetes.api.model.HasMetadata it, ModelYaml yaml) {
                        switch (it.getClass().getName()) {
                %s            default -> yaml.other(it);
                        }
                    }
                %s}
                """.formatted(
                        KINDS.stream()
                                .map(kind -> "\n            \"" + MODEL + kind + "\"")
                                .collect(Collectors.joining(",")),
                        KINDS.stream()
                                .map(kind -> "            case \"" + MODEL + kind + "\" -> write((" + MODEL + kind
                                        + ") it, yaml);\n")
                                .collect(Collectors.joining()),
                        methods);
    }

    private void require(Class<?> type) {
        if (known.add(type)) {
            open.add(type);
        }
    }

    private String method(Class<?> type) throws Exception {
        String name = type.getCanonicalName();
        StringBuilder fields = new StringBuilder();
        String more = "null";
        Iterator<PropertyWriter> properties = serializer(type).properties();
        while (properties.hasNext()) {
            BeanPropertyWriter property = (BeanPropertyWriter) properties.next();
            String value = "it." + property.getMember().getName() + "()";
            if (property instanceof AnyGetterWriter) {
                more = value;
            } else {
                fields.append(field(property, value));
            }
        }
        return """

                    static void write(%1$s it, ModelYaml yaml) {
                        if (it == null || it.getClass() != %1$s.class) {
                            yaml.other(it);
                            return;
                        }
                        yaml.begin();
                %2$s        yaml.end(%3$s);
                    }
                """.formatted(name, fields, more);
    }

    private String field(BeanPropertyWriter property, String value) throws Exception {
        JavaType type = property.getType();
        String key = "\"" + property.getName() + ": \"";
        if (!property.willSuppressNulls()) {
            throw new IllegalStateException(property + " is written if it is null");
        }
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return call("text", key, value);
        }
        if (raw == Integer.class || raw == Long.class) {
            return call("number", key, value);
        }
        if (raw == Boolean.class) {
            return call("truth", key, value);
        }
        if (raw == Quantity.class) {
            return call("quantity", key, value);
        }
        if (AnyType.class.isAssignableFrom(raw)) {
            return call("either", key, value);
        }
        if (type.isContainerType()) {
            requireEmptyLeftOut(property);
            return container(type, key, value);
        }
        // No manifest says what only a cluster can, and that would be a quarter of all classes.
        boolean isManifested = !property.getName().equals("status");
        return isBean(raw) && isManifested ? bean(raw, key, value) : call("other", key, value);
    }

    private String container(JavaType type, String key, String value) throws Exception {
        Class<?> content = type.getContentType().getRawClass();
        if (type.isMapLikeType()) {
            if (content == String.class) {
                return call("texts", key, value);
            }
            if (content == Quantity.class) {
                return call("quantities", key, value);
            }
        } else if (type.isCollectionLikeType()) {
            if (content == String.class) {
                return call("texts", key, value);
            }
            if (content == Integer.class || content == Long.class) {
                return call("numbers", key, value);
            }
            if (isBean(content)) {
                require(content);
                return """
                                if (%1$s != null && !%1$s.isEmpty()) {
                                    yaml.beginList(%2$s);
                                    for (%3$s each : %1$s) {
                                        write(each, yaml);
                                    }
                                    yaml.endList();
                                }
                        """.formatted(value, key, content.getCanonicalName());
            }
        }
        throw new IllegalStateException(type + " is not known");
    }

    private String bean(Class<?> type, String key, String value) {
        require(type);
        return """
                        if (%1$s != null) {
                            yaml.key(%2$s);
                            write(%1$s, yaml);
                        }
                """.formatted(value, key);
    }

    private static String call(String method, String key, String value) {
        return "        yaml." + method + "(" + key + ", " + value + ");\n";
    }

    /** Whether Jackson knows no more of it than its fields. */
    private boolean isBean(Class<?> type) throws Exception {
        return type.getName().startsWith(MODEL)
                && !type.isInterface()
                && jackson.findValueSerializer(type).getClass() == BeanSerializer.class;
    }

    private JsonSerializer<?> serializer(Class<?> type) throws Exception {
        return jackson.findValueSerializer(type);
    }

    /** Jackson tells by a protected field alone. */
    private static void requireEmptyLeftOut(BeanPropertyWriter property) throws Exception {
        var field = BeanPropertyWriter.class.getDeclaredField("_suppressableValue");
        field.setAccessible(true);
        if (field.get(property) != BeanPropertyWriter.MARKER_FOR_EMPTY) {
            throw new IllegalStateException(property + " is written if it is empty");
        }
    }
}
