package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much a namespace may ask for altogether. What is not said is not limited.
 *
 * @param cpu all requests for processor time
 * @param memory all requests for memory
 * @param memoryLimit all limits of memory, which are what can be used at worst
 * @param storage all requests for storage
 * @param copies how many copies may run, those of jobs included
 */
public record Quota(
        Optional<Cpu> cpu,
        Optional<Memory> memory,
        Optional<Memory> memoryLimit,
        Optional<Memory> storage,
        Optional<Long> copies) {

    static final JsonForm<Quota> JSON = new JsonForm<>(Quota::write, Quota::read);

    private static final Quota NONE =
            new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Returns a quota of what machines have.
     *
     * @param cpu all requests for processor time
     * @param memory all requests for memory
     * @return the quota
     */
    public static Quota of(Cpu cpu, Memory memory) {
        return new Quota(
                Optional.of(Nulls.refuse(cpu, "the CPU of a quota")),
                Optional.of(Nulls.refuse(memory, "the memory of a quota")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns a quota of the number of copies alone.
     *
     * @param copies how many copies may run, those of jobs included
     * @return the quota
     */
    public static Quota ofCopies(long copies) {
        return NONE.copies(copies);
    }

    /**
     * Returns this quota with one for the limits of memory.
     *
     * @param memoryLimit all limits of memory
     * @return the quota
     */
    public Quota memoryLimit(Memory memoryLimit) {
        return new Quota(
                cpu, memory, Optional.of(Nulls.refuse(memoryLimit, "the memory limit of a quota")), storage, copies);
    }

    /**
     * Returns this quota with one for storage.
     *
     * @param storage all requests for storage
     * @return the quota
     */
    public Quota storage(Memory storage) {
        return new Quota(
                cpu, memory, memoryLimit, Optional.of(Nulls.refuse(storage, "the storage of a quota")), copies);
    }

    /**
     * Returns this quota with one for the number of copies.
     *
     * @param copies how many copies may run, those of jobs included
     * @return the quota
     */
    public Quota copies(long copies) {
        return new Quota(cpu, memory, memoryLimit, storage, Optional.of(copies));
    }

    Optional<Flaw> flaw() {
        return Stream.of(
                        // A namespace may well have more than any machine.
                        cpu.filter(amount -> amount.milliCores() <= 0),
                        memory.filter(amount -> amount.bytes() <= 0),
                        memoryLimit.filter(amount -> amount.bytes() <= 0),
                        storage.filter(amount -> amount.bytes() <= 0),
                        copies.filter(amount -> amount <= 0))
                .flatMap(Optional::stream)
                .findFirst()
                .map(amount -> new Flaw("a quota of " + amount + " lets nothing run", "say a positive amount"));
    }

    private static Object write(Quota quota) {
        Map<String, Object> json = new TreeMap<>();
        quota.cpu.ifPresent(amount -> json.put("cpu", Cpu.JSON.write().apply(amount)));
        quota.memory.ifPresent(amount -> json.put("memory", Memory.JSON.write().apply(amount)));
        quota.memoryLimit.ifPresent(
                amount -> json.put("memory-limit", Memory.JSON.write().apply(amount)));
        quota.storage.ifPresent(
                amount -> json.put("storage", Memory.JSON.write().apply(amount)));
        quota.copies.ifPresent(amount -> json.put("copies", amount));
        return json;
    }

    private static Quota read(Object json) {
        Fields fields = Fields.of(json);
        return new Quota(
                fields.findText("cpu").map(Cpu.JSON.read()),
                fields.findText("memory").map(Memory.JSON.read()),
                fields.findText("memory-limit").map(Memory.JSON.read()),
                fields.findText("storage").map(Memory.JSON.read()),
                fields.findNumber("copies"));
    }

    /** Returns for example {@code cpu 20000m, memory 64Gi, copies 100}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        cpu.ifPresent(amount -> text.add("cpu " + amount));
        memory.ifPresent(amount -> text.add("memory " + amount));
        memoryLimit.ifPresent(amount -> text.add("memory limit " + amount));
        storage.ifPresent(amount -> text.add("storage " + amount));
        copies.ifPresent(amount -> text.add("copies " + amount));
        return text.toString();
    }
}
