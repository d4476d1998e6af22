package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.Cause;
import dev.idp.kubernetes.apply.Readiness.Status;
import dev.idp.kubernetes.internal.ready.Diagnosis;
import dev.idp.kubernetes.internal.ready.GroupKind;
import dev.idp.kubernetes.internal.ready.Judge;
import dev.idp.kubernetes.internal.ready.Part;
import dev.idp.kubernetes.internal.ready.UserRules;
import dev.idp.kubernetes.internal.tree.Tree;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cluster returns is judged: fields are taken away, and replaced by what does not belong there. */
class MangledObjectsTest {

    private static final int MANGLED = 4_000;

    private static final List<Tree> FOREIGN = List.of(
            Tree.scalar(null),
            Tree.scalar(true),
            Tree.scalar(-1L),
            Tree.scalar(Long.MAX_VALUE),
            Tree.scalar(Long.MIN_VALUE),
            Tree.scalar(BigInteger.TWO.pow(80)),
            Tree.scalar(0.5),
            Tree.scalar(""),
            Tree.scalar("}{"),
            Tree.scalar("9".repeat(30)),
            Tree.scalar("-999999999-01-01T00:00:00+18:00"),
            Tree.list(List.of()),
            Tree.list(List.of(Tree.scalar("a"), Tree.scalar(null))),
            Tree.map(Map.of()),
            Tree.map(Map.of("reason", Tree.scalar(7L))));

    private static List<Tree> of(String resource, String field) {
        return ClusterObjects.trees(ClusterObjects.resource(resource)).stream()
                .map(document -> ((Tree.Fields) document).fields().get(field))
                .toList();
    }

    private static List<Tree> listsOf(String field) {
        return of("diagnosis.yaml", field).stream()
                .flatMap(list -> list instanceof Tree.Elements some ? some.elements().stream() : Stream.empty())
                .toList();
    }

    private static Tree mangled(Tree tree, Random random) {
        int chance = random.nextInt(12);
        if (chance == 0) {
            return FOREIGN.get(random.nextInt(FOREIGN.size()));
        }
        if (tree instanceof Tree.Fields map) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            map.fields().forEach((name, value) -> {
                if (random.nextInt(12) != 0) {
                    fields.put(name, mangled(value, random));
                }
            });
            return Tree.map(fields);
        }
        if (tree instanceof Tree.Elements list) {
            List<Tree> elements = new ArrayList<>();
            list.elements().forEach(element -> elements.add(mangled(element, random)));
            return Tree.list(elements);
        }
        return tree;
    }

    private static Tree anyOf(List<Tree> trees, Random random) {
        return trees.get(random.nextInt(trees.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingIsJudged(long seed) {
        Random random = new Random(seed);
        List<Tree> objects = of("readiness.yaml", "object");
        Judge judge = Judge.KSTATUS;
        for (Part part : Part.values()) {
            judge = judge.with(part);
        }
        judge = judge.with(
                        new GroupKind("example.org", "Widget"), UserRules.of(widget -> Status.current("it is there")))
                .with(new GroupKind("argoproj.io", "Rollout"), UserRules.whenTrue("Healthy"));
        List<Instant> times = List.of(Instant.MIN, Instant.EPOCH, Instant.MAX);

        for (int i = 0; i < MANGLED; i++) {
            Tree object = mangled(anyOf(objects, random), random);
            Instant now = times.get(i % times.size());
            for (Judge each : List.of(judge, Judge.KSTATUS)) {
                Status status = each.judge(object, now);
                assertThat(status.reason()).as(object::toString).isNotEmpty();
                assertThat(status.message()).as(object::toString).isNotEmpty().hasSizeLessThanOrEqualTo(300);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsWrongACauseIsFoundOrNone(long seed) {
        Random random = new Random(seed);
        List<Tree> objects = of("diagnosis.yaml", "object");
        List<Tree> pods = listsOf("pods");
        List<Tree> events = listsOf("events");
        int found = 0;

        for (int i = 0; i < MANGLED; i++) {
            List<Cause> causes = Diagnosis.of(
                            mangled(anyOf(objects, random), random),
                            List.of(mangled(anyOf(pods, random), random), mangled(anyOf(pods, random), random)),
                            List.of(mangled(anyOf(events, random), random), mangled(anyOf(events, random), random)))
                    .stream()
                    .toList();
            assertThat(causes).allSatisfy(cause -> {
                assertThat(cause.what()).isNotEmpty().hasSizeLessThanOrEqualTo(300);
                assertThat(cause.look()).startsWith("kubectl ");
            });
            found += causes.size();
        }
        assertThat(found).isGreaterThan(MANGLED / 2);
    }
}
