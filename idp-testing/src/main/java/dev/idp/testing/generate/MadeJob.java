package dev.idp.testing.generate;

import dev.idp.Job;
import dev.idp.JobSettings;
import dev.idp.Tier;
import java.util.List;

/** A made-up job. */
final class MadeJob extends MadeWorkload<Job.Builder, JobSettings<?>> {

    MadeJob(String name, int number, Road road) {
        super(name, number, road);
    }

    @Override
    Job.Builder builder() {
        return Job.named(name());
    }

    @Override
    Job build(Job.Builder builder) {
        return builder.build();
    }

    @Override
    List<Topics.Topic> topics(Said<? super JobSettings<?>> word) {
        return Topics.of(word.effect());
    }

    @Override
    Said<Job.Builder> everywhere(Said<? super JobSettings<?>> word) {
        return Said.of(word.source(), word.effect());
    }

    @Override
    Said<Job.Builder> in(Scene.Place place, Said<? super JobSettings<?>> word) {
        return Said.of(
                "in(" + place.variable() + ", there -> there." + word.source() + ")",
                it -> it.in(place.environment(), word.effect()::accept));
    }

    @Override
    Said<Job.Builder> in(Tier tier, Said<? super JobSettings<?>> word) {
        return Said.of(
                "in(Tier." + tier + ", there -> there." + word.source() + ")",
                it -> it.in(tier, word.effect()::accept));
    }

    @Override
    Said<Job.Builder> onlyIn(Scene.Place place) {
        return Said.of("onlyIn(" + place.variable() + ")", it -> it.onlyIn(place.environment()));
    }
}
