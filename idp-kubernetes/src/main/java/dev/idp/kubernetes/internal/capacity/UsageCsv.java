package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.internal.capacity.UsageRecord.Sample;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Recorded usage as a table. */
public final class UsageCsv {

    private static final String POD = "pod";
    private static final String WORKLOAD = "workload";
    private static final List<String> COLUMNS = List.of("namespace", "container", "time", "cpu_cores", "memory_bytes");

    /** Java would take hexadecimal numbers, letters for types, and names for what is no number. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?");

    private final UsageProblems problems = new UsageProblems();
    private final UsageSeries series = new UsageSeries();
    private final Map<String, Integer> columns = new HashMap<>();

    private UsageCsv() {}

    /**
     * Reads a table.
     *
     * @param csv the text
     * @return what was used
     * @throws IllegalArgumentException if anything is wrong
     */
    public static List<UsageRecord> read(String csv) {
        UsageCsv table = new UsageCsv();
        List<CsvRows.Row> rows = CsvRows.of(csv, table.problems);
        if (rows.isEmpty()) {
            table.problems.add("line 1", "there is nothing, and it should name the columns");
        } else if (table.head(rows.get(0))) {
            rows.stream().skip(1).forEach(table::row);
        }
        table.problems.refuseAny();
        return table.series.records();
    }

    private boolean head(CsvRows.Row row) {
        for (String name : row.cells()) {
            if (columns.put(name, columns.size()) != null) {
                problems.add("line " + row.line(), "there are two columns '" + name + "'");
                return false;
            }
        }
        List<String> missing =
                COLUMNS.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            problems.add("line " + row.line(), "there is no column " + String.join(", ", missing));
        }
        boolean hasOwner = columns.containsKey(POD) != columns.containsKey(WORKLOAD);
        if (!hasOwner) {
            problems.add("line " + row.line(), "there must be either a column workload or a column pod");
        }
        return missing.isEmpty() && hasOwner;
    }

    private void row(CsvRows.Row row) {
        String where = "line " + row.line();
        if (row.cells().size() != columns.size()) {
            problems.add(where, "there are " + row.cells().size() + " cells, and " + columns.size() + " columns");
            return;
        }
        boolean isPod = columns.containsKey(POD);
        String owner = name(row, isPod ? POD : WORKLOAD);
        String namespace = name(row, "namespace");
        String container = name(row, "container");
        OptionalDouble time = time(cell(row, "time"), where);
        OptionalDouble cpu = amount(row, "cpu_cores");
        OptionalDouble memory = amount(row, "memory_bytes");
        if (time.isPresent()) {
            cpu.ifPresent(amount -> series.add(
                    new UsageSeries.Key(namespace, owner, isPod, container, UsageRecord.CPU),
                    new Sample(time.getAsDouble(), amount)));
            memory.ifPresent(amount -> series.add(
                    new UsageSeries.Key(namespace, owner, isPod, container, UsageRecord.MEMORY),
                    new Sample(time.getAsDouble(), amount)));
        }
    }

    private String cell(CsvRows.Row row, String column) {
        return row.cells().get(columns.getOrDefault(column, 0));
    }

    private String name(CsvRows.Row row, String column) {
        String name = cell(row, column);
        if (name.isEmpty()) {
            problems.add("line " + row.line(), column + " is empty");
        }
        return name;
    }

    private OptionalDouble amount(CsvRows.Row row, String column) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            problems.add("line " + row.line(), column + " '" + text + "' is no number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    private OptionalDouble time(String text, String where) {
        if (NUMBER.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        try {
            return OptionalDouble.of((double) OffsetDateTime.parse(text).toEpochSecond());
        } catch (DateTimeParseException notIso) {
            problems.add(where, "time '" + text + "' is neither like 2027-01-31T12:00:00Z nor seconds since 1970");
            return OptionalDouble.empty();
        }
    }
}
