package dev.idp.testing.generate;

import dev.idp.ExternalService;
import dev.idp.Tier;
import java.util.ArrayList;
import java.util.List;

/** Something outside that every made-up workload can call. */
final class Mail {

    private Mail() {}

    static ExternalService make(Choices choices, List<Scene.Place> places, Listing listing) {
        List<Said<ExternalService.Builder>> statements = new ArrayList<>();
        choices.together(() -> {
            if (choices.oneIn(2)) {
                Scene.Place there = choices.oneOf(places);
                statements.add(Said.of(
                        "in(" + there.variable() + ", \"smtp.here.example\", 587)",
                        it -> it.in(there.environment(), "smtp.here.example", 587)));
            }
            if (choices.oneIn(2)) {
                Tier tier = choices.oneOf(List.of(Tier.values()));
                statements.add(Said.of(
                        "in(Tier." + tier + ", \"smtp.tier.example\", 25, \"10.1.0.0/16\")",
                        it -> it.in(tier, "smtp.tier.example", 25, "10.1.0.0/16")));
            }
            if (choices.oneIn(2)) {
                statements.add(Said.of("ownedBy(\"it-ops\").within(\"10.0.0.0/8\")", it -> it.ownedBy("it-ops")
                        .within("10.0.0.0/8")));
            }
            return statements;
        });
        listing.add("mail", "ExternalService.named(\"made-up-mail\").at(\"smtp.example\", 587)", statements);
        return new Order(0)
                .say(statements, ExternalService.named("made-up-mail").at("smtp.example", 587))
                .build();
    }
}
