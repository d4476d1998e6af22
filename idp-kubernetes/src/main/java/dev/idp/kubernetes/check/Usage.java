package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.capacity.UsageCsv;
import dev.idp.kubernetes.internal.capacity.UsageMatrix;
import dev.idp.kubernetes.internal.capacity.UsageRecord;
import java.util.List;

/** What containers used, as somebody recorded it. It is read from texts, and never asked of a cluster. */
public final class Usage {

    private final List<UsageRecord> records;

    private Usage(List<UsageRecord> records) {
        this.records = records;
    }

    /**
     * Reads a table with one line for each sample. Its first line names the columns, in any order: {@code namespace}, {@code
     * workload} or {@code pod}, {@code container}, {@code time} (ISO 8601 with an offset, or seconds since 1970), {@code
     * cpu_cores}, {@code memory_bytes}. One of the last two may be left empty.
     *
     * @param csv comma-separated values as in RFC 4180
     * @return what was used
     * @throws IllegalArgumentException if anything is wrong; the message says all of it, each with its line
     */
    public static Usage fromCsv(String csv) {
        return new Usage(UsageCsv.read(csv));
    }

    /**
     * Reads two answers of Prometheus to {@code /api/v1/query_range}, such as those to
     *
     * <pre>{@code
     * rate(container_cpu_usage_seconds_total[5m])
     * container_memory_working_set_bytes
     * }</pre>
     *
     * <p>Series are told apart by the labels {@code namespace}, {@code pod} and {@code container}. One without a container, or
     * with that called {@code POD}, is about a pod as a whole and left out; so are samples that are no number.
     *
     * @param cpuJson a matrix of cores
     * @param memoryJson a matrix of octets
     * @return what was used
     * @throws IllegalArgumentException if anything is wrong; the message says all of it, each with its series
     */
    public static Usage fromPrometheus(String cpuJson, String memoryJson) {
        return new Usage(UsageMatrix.read(cpuJson, memoryJson));
    }

    List<UsageRecord> records() {
        return records;
    }

    /** Returns of how many series the usage is. */
    @Override
    public String toString() {
        return records.size() + " series";
    }
}
