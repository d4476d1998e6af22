package dev.idp.plan;

import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Setting;
import dev.idp.Text;
import dev.idp.TextForm;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the secrets that a workload reads, whatever setting they are said in. */
final class SecretUses {

    private final Decisions decisions;
    private final List<SecretUse> found = new ArrayList<>();

    private SecretUses(Decisions decisions) {
        this.decisions = decisions;
    }

    static List<SecretUse> of(Decisions decisions) {
        SecretUses uses = new SecretUses(decisions);
        decisions.settings().forEach(uses::collect);
        Collections.sort(uses.found);
        return Collections.unmodifiableList(uses.found);
    }

    private <T> void collect(Setting<T> setting) {
        setting.texts().ifPresent(texts -> decisions
                .entries(setting)
                .values()
                .forEach(decision -> texts.resolve(decision.get(), new Collector(decision))));
    }

    /** Changes no text, and finds the secrets in all. */
    private final class Collector implements TextForm.Resolver {

        private final Decision<?> by;

        Collector(Decision<?> by) {
            this.by = by;
        }

        @Override
        public Text resolve(Text text) {
            return text;
        }

        @Override
        public SecretText resolve(SecretText text) {
            for (Segment segment : text.segments()) {
                if (segment instanceof Segment.Key key) {
                    SecretUse use = new SecretUse(key.secret(), key.key(), by);
                    if (!found.contains(use)) {
                        found.add(use);
                    }
                }
            }
            return text;
        }
    }
}
