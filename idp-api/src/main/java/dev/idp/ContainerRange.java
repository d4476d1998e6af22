package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a container gets that asks for nothing, and the most that one may get.
 *
 * @param cpu the processor time of a container that asks for none
 * @param memory the memory of a container that asks for none, as request and as limit
 * @param mostCpu the most processor time that a container may have
 * @param mostMemory the most memory that a container may have
 */
public record ContainerRange(Cpu cpu, Memory memory, Optional<Cpu> mostCpu, Optional<Memory> mostMemory) {

    static final JsonForm<ContainerRange> JSON = new JsonForm<>(ContainerRange::write, ContainerRange::read);

    /**
     * Returns a range without an end.
     *
     * @param cpu the processor time of a container that asks for none
     * @param memory the memory of a container that asks for none
     * @return the range
     */
    public static ContainerRange from(Cpu cpu, Memory memory) {
        return new ContainerRange(
                Nulls.refuse(cpu, "the CPU of a range"),
                Nulls.refuse(memory, "the memory of a range"),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns this range with an end. Kubernetes takes the most processor time as the limit of containers without one.
     *
     * @param cpu the most processor time that a container may have
     * @param memory the most memory that a container may have
     * @return the range
     */
    public ContainerRange to(Cpu cpu, Memory memory) {
        return new ContainerRange(
                this.cpu,
                this.memory,
                Optional.of(Nulls.refuse(cpu, "the most CPU of a range")),
                Optional.of(Nulls.refuse(memory, "the most memory of a range")));
    }

    Optional<Flaw> flaw() {
        return cpu.flaw()
                .or(memory::flaw)
                .or(() -> mostCpu.flatMap(Cpu::flaw))
                .or(() -> mostMemory.flatMap(Memory::flaw))
                .or(() -> mostCpu.filter(most -> most.compareTo(cpu) < 0).map(most -> ends(most, cpu)))
                .or(() -> mostMemory.filter(most -> most.compareTo(memory) < 0).map(most -> ends(most, memory)));
    }

    private static Flaw ends(Object most, Object least) {
        return new Flaw("a range of containers ends at " + most + ", below " + least, "swap them");
    }

    private static Object write(ContainerRange range) {
        Map<String, Object> json = new TreeMap<>();
        json.put("cpu", Cpu.JSON.write().apply(range.cpu));
        json.put("memory", Memory.JSON.write().apply(range.memory));
        range.mostCpu.ifPresent(most -> json.put("most-cpu", Cpu.JSON.write().apply(most)));
        range.mostMemory.ifPresent(
                most -> json.put("most-memory", Memory.JSON.write().apply(most)));
        return json;
    }

    private static ContainerRange read(Object json) {
        Fields fields = Fields.of(json);
        return new ContainerRange(
                Cpu.JSON.read().apply(fields.text("cpu")),
                Memory.JSON.read().apply(fields.text("memory")),
                fields.findText("most-cpu").map(Cpu.JSON.read()),
                fields.findText("most-memory").map(Memory.JSON.read()));
    }

    /** Returns for example {@code 100m and 128Mi, at most 2000m and 4Gi}. */
    @Override
    public String toString() {
        return cpu + " and " + memory
                + mostCpu.flatMap(most -> mostMemory.map(memory -> ", at most " + most + " and " + memory))
                        .orElse("");
    }
}
