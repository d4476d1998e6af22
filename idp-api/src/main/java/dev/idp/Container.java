package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.internal.json.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A second image that belongs to a workload: a sidecar that runs beside each copy, or an init step that runs before it.
 *
 * <p>It is as restricted as the workload: the same user, no root, no writing to its own files.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Container {

    static final JsonForm<Container> JSON = new JsonForm<>(Container::write, Container::read);

    static final TextForm<Container> TEXTS = Container::resolve;

    private static final JsonForm<List<String>> WORDS = JsonForm.listOf(JsonForm.TEXT);
    private static final JsonForm<List<Text>> TEXT_LIST = JsonForm.listOf(Text.JSON);

    Container() {}

    /**
     * Starts the declaration of a container.
     *
     * @param name a DNS label, unique in its workload
     * @return what must be said first: the image
     */
    public static Imaged named(String name) {
        Nulls.refuse(name, "the name of a container");
        Origin origin = Origin.capture();
        return image -> new Builder(ImmutableContainer.builder()
                .name(name)
                .image(new Image(Nulls.refuse(image, "the image of container '" + name + "'")))
                .origin(origin));
    }

    /**
     * Returns the name.
     *
     * @return a DNS label, unique in its workload
     */
    public abstract String name();

    /**
     * Returns the image.
     *
     * @return the image
     */
    public abstract Image image();

    /**
     * Returns what to run instead of what the image runs.
     *
     * @return program and arguments; empty for the image's own
     */
    public abstract List<String> command();

    /**
     * Returns what follows the command.
     *
     * @return the arguments; empty for the image's own
     */
    public abstract List<Text> arguments();

    /**
     * Returns the variables that anyone may read.
     *
     * @return texts by name
     */
    @Value.NaturalOrder
    public abstract SortedMap<String, Text> env();

    /**
     * Returns the variables that hold secrets.
     *
     * @return texts by name
     */
    @Value.NaturalOrder
    public abstract SortedMap<String, SecretText> secrets();

    /**
     * Returns the guaranteed CPU.
     *
     * @return the amount, if anybody said
     */
    public abstract Optional<Cpu> cpu();

    /**
     * Returns the guaranteed memory.
     *
     * @return the amount, if anybody said
     */
    public abstract Optional<Memory> memory();

    /**
     * Returns the greatest amount of memory.
     *
     * @return the amount, if anybody said
     */
    public abstract Optional<Memory> memoryLimit();

    /**
     * Returns the directories of the workload that the container sees as well.
     *
     * @return their paths, each of which the workload has as scratch, storage, mount or file
     */
    public abstract List<String> shared();

    /**
     * Returns where the container was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    /** Variables that were said more than once, of which only the last would be kept. */
    @Value.Auxiliary
    abstract List<String> repeated();

    Optional<Flaw> flaw() {
        return Names.flawOfLabel(name(), "a container")
                .or(() -> repeated().stream()
                        .findFirst()
                        .map(variable -> new Flaw(
                                "variable " + variable + " of container " + name() + " is said twice",
                                "remove one of them")))
                .or(() -> image().flaw())
                .or(() -> cpu().flatMap(Cpu::flaw))
                .or(() -> memory().flatMap(Memory::flaw))
                .or(() -> memoryLimit().flatMap(Memory::flaw))
                .or(this::flawOfLimit)
                .or(this::flawOfVariables);
    }

    private Optional<Flaw> flawOfLimit() {
        return memory().isPresent()
                        && memoryLimit().isPresent()
                        && memoryLimit().get().compareTo(memory().get()) < 0
                ? Optional.of(new Flaw(
                        "the memory limit " + memoryLimit().get() + " of container " + name() + " is below its request "
                                + memory().get(),
                        "raise the limit, or lower the request"))
                : Optional.empty();
    }

    private Optional<Flaw> flawOfVariables() {
        SortedMap<String, TextPart> variables = new TreeMap<>(env());
        variables.putAll(secrets());
        return variables.entrySet().stream()
                .flatMap(variable -> Settings.flawOfVariable(variable.getKey(), variable.getValue()).stream())
                .findFirst();
    }

    private static Container resolve(Container container, TextForm.Resolver resolver) {
        return ImmutableContainer.builder()
                .from(container)
                .arguments(container.arguments().stream().map(resolver::resolve).toList())
                .env(resolved(container.env(), resolver::resolve))
                .secrets(resolved(container.secrets(), resolver::resolve))
                .build();
    }

    private static <T> SortedMap<String, T> resolved(SortedMap<String, T> texts, Function<T, T> resolve) {
        SortedMap<String, T> resolved = new TreeMap<>();
        texts.forEach((name, text) -> resolved.put(name, resolve.apply(text)));
        return resolved;
    }

    private static Object write(Container container) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", container.name());
        json.put("image", Image.JSON.write().apply(container.image()));
        json.put("command", WORDS.write().apply(container.command()));
        json.put("arguments", TEXT_LIST.write().apply(container.arguments()));
        json.put("env", written(container.env(), Text.JSON));
        json.put("secrets", written(container.secrets(), SecretText.JSON));
        json.put("shared", WORDS.write().apply(container.shared()));
        container.cpu().ifPresent(cpu -> json.put("cpu", cpu.toString()));
        container.memory().ifPresent(memory -> json.put("memory", memory.toString()));
        container.memoryLimit().ifPresent(limit -> json.put("memoryLimit", limit.toString()));
        return json;
    }

    private static <T> Map<String, Object> written(SortedMap<String, T> texts, JsonForm<T> form) {
        Map<String, Object> json = new TreeMap<>();
        texts.forEach((name, text) -> json.put(name, form.write().apply(text)));
        return json;
    }

    private static Container read(Object json) {
        Fields fields = Fields.of(json);
        ImmutableContainer.Builder container = ImmutableContainer.builder()
                .name(fields.text("name"))
                .image(Image.JSON.read().apply(fields.text("image")))
                .command(WORDS.read().apply(fields.list("command")))
                .arguments(TEXT_LIST.read().apply(fields.list("arguments")))
                .cpu(fields.findText("cpu").map(Cpu.JSON.read()))
                .memory(fields.findText("memory").map(Memory.JSON.read()))
                .memoryLimit(fields.findText("memoryLimit").map(Memory.JSON.read()))
                .shared(WORDS.read().apply(fields.list("shared")))
                .origin(Origin.UNKNOWN);
        fields.map("env")
                .forEach((name, text) ->
                        container.putEnv((String) name, Text.JSON.read().apply(text)));
        fields.map("secrets")
                .forEach((name, text) -> container.putSecrets(
                        (String) name, SecretText.JSON.read().apply(text)));
        return container.build();
    }

    /** Returns everything about it, so that two that differ read differently. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name()).append(": ").append(image());
        if (!command().isEmpty()) {
            text.append(", command ").append(String.join(" ", command()));
        }
        if (!arguments().isEmpty()) {
            text.append(", arguments ")
                    .append(arguments().stream().map(Text::toString).collect(Collectors.joining(" ")));
        }
        env().forEach((name, value) ->
                text.append(", ").append(name).append('=').append(value));
        secrets()
                .forEach((name, value) ->
                        text.append(", ").append(name).append('=').append(value));
        cpu().ifPresent(cpu -> text.append(", CPU ").append(cpu));
        memory().ifPresent(memory -> text.append(", memory ").append(memory));
        memoryLimit().ifPresent(limit -> text.append(", at most ").append(limit));
        shared().forEach(path -> text.append(", sees ").append(path));
        return text.toString();
    }

    /** The one thing that a container cannot do without. */
    @FunctionalInterface
    public interface Imaged {

        /**
         * Says which image to run.
         *
         * @param reference name and tag or digest
         * @return the rest, all of it optional
         */
        Builder image(String reference);
    }

    /** What else can be said about a container. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder {

        private final ImmutableContainer.Builder value;
        private final Set<String> variables = new HashSet<>();

        Builder(ImmutableContainer.Builder value) {
            this.value = value;
        }

        /**
         * Says what to run instead of what the image runs.
         *
         * @param words program and arguments
         * @return this builder
         */
        public Builder command(String... words) {
            value.addCommand(Nulls.refuseAny("word of a command", words));
            return this;
        }

        /**
         * Says what follows the command.
         *
         * @param words the arguments as they are
         * @return this builder
         */
        public Builder arguments(String... words) {
            for (String word : Nulls.refuseAny("argument", words)) {
                value.addArguments(Text.of(word));
            }
            return this;
        }

        /**
         * Says what follows the command.
         *
         * @param words the arguments, references among them
         * @return this builder
         */
        public Builder arguments(Text... words) {
            value.addArguments(Nulls.refuseAny("argument", words));
            return this;
        }

        /**
         * Says the value of a variable.
         *
         * @param name the variable's name
         * @param text the text as it is
         * @return this builder
         */
        public Builder env(String name, String text) {
            return env(name, Text.of(Nulls.refuse(text, "env " + name)));
        }

        /**
         * Says the value of a variable that refers to something else.
         *
         * @param name the variable's name
         * @param text a reference or a composed text
         * @return this builder
         */
        public Builder env(String name, Text text) {
            value.putEnv(once(name), Nulls.refuse(text, "env " + name));
            return this;
        }

        /**
         * Says the value of a variable that holds a secret.
         *
         * @param name the variable's name
         * @param text the place of the secret, or a text composed with it
         * @return this builder
         */
        public Builder secret(String name, SecretText text) {
            value.putSecrets(once(name), Nulls.refuse(text, "secret " + name));
            return this;
        }

        private String once(String variable) {
            if (!variables.add(Nulls.refuse(variable, "the name of a variable"))) {
                value.addRepeated(variable);
            }
            return variable;
        }

        /**
         * Says how much CPU the container is guaranteed.
         *
         * @param request the amount
         * @return this builder
         */
        public Builder cpu(Cpu request) {
            value.cpu(Nulls.refuse(request, "the CPU of a container"));
            return this;
        }

        /**
         * Says how much memory the container is guaranteed, and how much it may use before it is stopped.
         *
         * @param request the amount
         * @param limit the greatest amount
         * @return this builder
         */
        public Builder memory(Memory request, Memory limit) {
            value.memory(Nulls.refuse(request, "the memory of a container"))
                    .memoryLimit(Nulls.refuse(limit, "the memory limit of a container"));
            return this;
        }

        /**
         * Lets the container see directories that the workload has as scratch, storage, mount or file.
         *
         * @param paths their paths
         * @return this builder
         */
        public Builder sharing(String... paths) {
            value.addShared(Nulls.refuseAny("path that a container shares", paths));
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the container
         */
        public Container build() {
            return value.build();
        }
    }
}
