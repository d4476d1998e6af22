package dev.idp.examples.bank;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;

/** Who comes first in production when there is not room for all. */
final class Priorities {

    static final String MONEY_MOVES = "bank-money-moves";
    static final String CUSTOMERS_WAIT = "bank-customers-wait";

    private Priorities() {}

    static Extension classes() {
        return Kubernetes.objects(
                "priorities",
                prod -> List.of(
                        of(MONEY_MOVES, 200_000, "What must not be late by law."),
                        of(CUSTOMERS_WAIT, 100_000, "What customers look at.")));
    }

    private static PriorityClass of(String name, int value, String description) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(name);
        PriorityClass priority = new PriorityClass();
        priority.setMetadata(meta);
        priority.setValue(value);
        priority.setDescription(description);
        return priority;
    }
}
