package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Holds fields to schemas, and reports every field that does not keep to its own. */
public final class Validator {

    /** Deeper than anything that the API server takes: schemas may refer to themselves without end. */
    private static final int DEEPEST = 200;

    /** Groups of questions to the API server, which it answers and does not keep. */
    private static final Set<String> UNNAMED = Set.of("authentication.k8s.io", "authorization.k8s.io");

    private final Manners manners;
    private final boolean requires;
    private final Expressions expressions;
    private final Consumer<Violation> report;
    private final ScalarCheck scalars;

    /**
     * Makes a validator.
     *
     * @param manners how the API server reads what is not quite there
     * @param report takes what is found
     */
    public Validator(Manners manners, Consumer<Violation> report) {
        this(manners, true, Expressions.NOT_JUDGED, report);
    }

    /**
     * Makes a validator of custom resources that judges by rules in CEL as well.
     *
     * @param expressions judges the rules
     * @param report takes what is found
     */
    public Validator(Expressions expressions, Consumer<Violation> report) {
        this(Manners.CUSTOM, true, expressions, report);
    }

    private Validator(Manners manners, boolean requires, Expressions expressions, Consumer<Violation> report) {
        this.manners = manners;
        this.requires = requires;
        this.expressions = expressions;
        this.report = report;
        this.scalars = new ScalarCheck(manners, report);
    }

    /**
     * Checks an object as a whole.
     *
     * @param root the object
     * @param schema the schema of its kind
     */
    public void object(Field root, Schema schema) {
        check(root, schema, 0);
    }

    /**
     * Checks what every object has, of whichever kind: the metadata, with a name.
     *
     * @param object the object
     */
    public void metadata(ManifestObject object) {
        Field metadata = object.at("metadata");
        new Validator(Manners.BUILT_IN, report).check(metadata, ModelSchemas.metadata(), 1);
        name(object);
    }

    private void name(ManifestObject object) {
        Field name = object.at("metadata", "name");
        if (object.name().isEmpty()
                && !UNNAMED.contains(object.group())
                && !object.at("metadata", "generateName").isPresent()) {
            report(Concern.MISSING_FIELD, name, "metadata.name is missing", "add it");
        }
    }

    /**
     * Checks an object of one of Kubernetes' own kinds.
     *
     * @param object the object
     * @return false if nothing is known of its kind
     */
    public boolean builtIn(ManifestObject object) {
        Optional<Schema> schema = ModelKinds.of(object.apiVersion(), object.kind());
        schema.ifPresent(known -> {
            object(object.root(), known);
            name(object);
        });
        return schema.isPresent();
    }

    /**
     * Checks an object of a kind of which its cluster said something.
     *
     * @param object the object
     * @param kinds what the cluster said
     * @return false if it said nothing of this one
     */
    public boolean documented(ManifestObject object, OpenApiKinds kinds) {
        Optional<Schema> schema = kinds.of(object.apiVersion(), object.kind());
        schema.ifPresent(known -> {
            object(object.root(), known);
            name(object);
        });
        return schema.isPresent();
    }

    boolean requires() {
        return requires;
    }

    Manners manners() {
        return manners;
    }

    void report(Concern concern, Field field, String message, String fix) {
        report.accept(new Violation(concern, field, message, fix));
    }

    /** What the API server reports, and not what anybody asks of it, may be as incomplete as it likes. */
    Validator lenient() {
        return new Validator(manners, false, Expressions.NOT_JUDGED, report);
    }

    void check(Field field, Schema schema, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (!field.isPresent()) {
            isNull(field, schema);
            return;
        }
        Type type = Type.of(field);
        if (!schema.type().accepts(type)) {
            report(
                    Concern.WRONG_TYPE,
                    field,
                    FieldPath.of(field) + " is " + named(type) + ", not " + schema.type(),
                    "write " + schema.type());
            return;
        }
        switch (type) {
            case MAP -> new MapCheck(this).check(field, schema.map(), depth);
            case LIST -> new ListCheck(this).check(field, schema.list(), depth);
            default -> scalars.check(field, schema);
        }
        if (requires && !schema.expressions().isEmpty()) {
            expressions.check(field, schema, report);
        }
        if (!schema.combination().isNone()) {
            new CombinationCheck(this).check(field, schema.combination(), depth);
        }
    }

    private void isNull(Field field, Schema schema) {
        if (manners == Manners.CUSTOM
                && !schema.nullable()
                && schema.otherwise().isEmpty()
                && schema.type() != Type.ANY) {
            report(
                    Concern.WRONG_TYPE,
                    field,
                    FieldPath.of(field) + " is null, not " + schema.type(),
                    "write " + schema.type() + ", or leave it out");
        }
    }

    /** Tells whether a value keeps to a schema, without saying why not. */
    boolean fits(Field field, Supplier<Schema> schema, int depth) {
        int[] found = new int[1];
        new Validator(manners, requires, Expressions.NOT_JUDGED, violation -> found[0]++)
                .check(field, schema.get(), depth + 1);
        return found[0] == 0;
    }

    private static String named(Type type) {
        return type == Type.BOOLEAN ? "a truth value" : type.toString();
    }
}
