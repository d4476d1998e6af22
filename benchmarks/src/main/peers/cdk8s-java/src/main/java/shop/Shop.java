package shop;

import java.util.List;
import java.util.stream.IntStream;

/** Who calls whom: each service two others. */
record Shop(int size) {

    List<String> calledBy(int index) {
        return others(index, index + 1, index + 7);
    }

    List<String> callersOf(int index) {
        return others(index, index - 1, index - 7);
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
