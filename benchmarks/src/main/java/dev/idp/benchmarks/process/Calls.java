package dev.idp.benchmarks.process;

import java.util.List;
import java.util.stream.IntStream;

/** Who calls whom in the shop, for those that must compute it: each service two others, itself excepted, by name. */
record Calls(int size) {

    List<String> calledBy(int index) {
        return others(index, index + 1, index + 7);
    }

    List<String> callersOf(int index) {
        return others(index, index - 1, index - 7);
    }

    String url(int index) {
        return "http://service-" + index % size + ":80";
    }

    private List<String> others(int index, int... numbers) {
        return IntStream.of(numbers)
                .map(number -> Math.floorMod(number, size))
                .filter(number -> number != index)
                .mapToObj(number -> "service-" + number)
                .distinct()
                .sorted()
                .toList();
    }
}
