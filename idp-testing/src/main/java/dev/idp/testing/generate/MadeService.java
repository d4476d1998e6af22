package dev.idp.testing.generate;

import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServiceSettings;
import dev.idp.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A made-up service. */
final class MadeService extends MadeWorkload<Service.Builder, ServiceSettings<?>> {

    MadeService(String name, int number, Road road) {
        super(name, number, road);
    }

    /** Whether it has a port that others can name, in every environment. */
    boolean speaksHttp() {
        return http().isPresent();
    }

    /** Its own port of that name, or that of the road. */
    Optional<Port> http() {
        return ports().stream().filter(Road::isHttp).findFirst().or(road()::http);
    }

    /** Returns a number that no port has so far. */
    int free(int number) {
        int free = number;
        while (isTaken(free)) {
            free++;
        }
        return free;
    }

    private boolean isTaken(int number) {
        return Stream.concat(road().ports().stream(), ports().stream())
                .anyMatch(port -> port.listening() == number || port.reachedUnder() == number);
    }

    @Override
    Service.Builder builder() {
        return Service.named(name());
    }

    @Override
    Service build(Service.Builder builder) {
        return builder.build();
    }

    @Override
    List<Topics.Topic> topics(Said<? super ServiceSettings<?>> word) {
        return Topics.of(word.effect());
    }

    @Override
    Said<Service.Builder> everywhere(Said<? super ServiceSettings<?>> word) {
        return Said.of(word.source(), word.effect());
    }

    @Override
    Said<Service.Builder> in(Scene.Place place, Said<? super ServiceSettings<?>> word) {
        return Said.of(
                "in(" + place.variable() + ", there -> there." + word.source() + ")",
                it -> it.in(place.environment(), word.effect()::accept));
    }

    @Override
    Said<Service.Builder> in(Tier tier, Said<? super ServiceSettings<?>> word) {
        return Said.of(
                "in(Tier." + tier + ", there -> there." + word.source() + ")",
                it -> it.in(tier, word.effect()::accept));
    }

    @Override
    Said<Service.Builder> onlyIn(Scene.Place place) {
        return Said.of("onlyIn(" + place.variable() + ")", it -> it.onlyIn(place.environment()));
    }
}
