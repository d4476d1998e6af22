package dev.idp.testing.generate;

import dev.idp.Port;
import dev.idp.Statement;
import dev.idp.Tier;
import dev.idp.Workload;
import dev.idp.WorkloadSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A made-up workload while it is being made up.
 *
 * @param <B> its builder
 * @param <T> the words that its builder and a block for one environment share
 */
abstract class MadeWorkload<B, T extends WorkloadSettings<?>> {

    private final String name;
    private final int number;
    private final Road road;
    private final List<Said<B>> statements = new ArrayList<>();
    private final List<Port> ports = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> settled = new HashSet<>();

    MadeWorkload(String name, int number, Road road) {
        this.name = name;
        this.number = number;
        this.road = road;
    }

    abstract B builder();

    abstract Workload build(B builder);

    abstract List<Topics.Topic> topics(Said<? super T> word);

    abstract Said<B> everywhere(Said<? super T> word);

    abstract Said<B> in(Scene.Place place, Said<? super T> word);

    abstract Said<B> in(Tier tier, Said<? super T> word);

    abstract Said<B> onlyIn(Scene.Place place);

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    Road road() {
        return road;
    }

    List<Said<B>> statements() {
        return statements;
    }

    /** The ports that it has in all environments. */
    List<Port> ports() {
        return ports;
    }

    /** Says what nobody says a second time. */
    void sayOnce(Said<B> statement) {
        statements.add(statement);
    }

    /** Says what a test says of all workloads. */
    void sayForTest(Said<B> statement) {
        B alone = builder();
        statement.effect().accept(alone);
        for (Statement<?> spoken : build(alone).statements()) {
            settled.add(spoken.topic());
            if (spoken.value() instanceof Port port) {
                ports.add(port);
            }
        }
        statements.add(statement);
    }

    boolean confine(Scene.Place place) {
        return statements.add(onlyIn(place));
    }

    boolean say(Said<? super T> word) {
        if (!may(word, "")) {
            return false;
        }
        topics(word).forEach(topic -> {
            if (topic.value() instanceof Port port) {
                ports.add(port);
            }
        });
        return remember(word, "", everywhere(word));
    }

    boolean sayIn(Scene.Place place, Said<? super T> word) {
        return may(word, place.variable()) && remember(word, place.variable(), in(place, word));
    }

    boolean sayIn(Tier tier, Said<? super T> word) {
        return may(word, tier.name()) && remember(word, tier.name(), in(tier, word));
    }

    /** Says what was not said before. */
    boolean sayNew(Scene.Place place, Said<? super T> word) {
        return statements.add(in(place, word).withComment("this is new"));
    }

    boolean maySayIn(Scene.Place place, Said<? super T> word) {
        return may(word, place.variable());
    }

    private boolean remember(Said<? super T> word, String where, Said<B> statement) {
        topics(word).forEach(topic -> said.add(where + topic.id()));
        return statements.add(statement);
    }

    /** Nobody contradicts a mandate or the test, or says anything twice. */
    private boolean may(Said<? super T> word, String where) {
        return topics(word).stream()
                .allMatch(topic ->
                        road.leaves(topic) && !settled.contains(topic.id()) && !said.contains(where + topic.id()));
    }

    /** Says something, or nothing, for all environments, one of them or those of a tier. */
    void maybe(Choices choices, Scene scene, Supplier<Said<T>> word) {
        choices.together(() -> choices.oneIn(5) && saySomewhere(choices, scene, word.get()));
    }

    private boolean saySomewhere(Choices choices, Scene scene, Said<T> word) {
        int where = choices.below(8);
        if (where < 6) {
            return say(word);
        }
        Scene.Place place = choices.oneOf(scene.places());
        return where == 6 ? sayIn(place, word) : sayIn(place.environment().tier(), word);
    }
}
