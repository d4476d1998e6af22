package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import java.util.List;

/**
 * What came out when something was held to a demand.
 *
 * @param met whether it meets the demand
 * @param remarks why it does, or why it does not: a rule may forbid what another demands
 */
record Outcome(boolean met, List<Remark> remarks) {

    static Outcome of(boolean met, Decision<?> cause, String ifMet, String otherwise, String remedy) {
        return new Outcome(met, List.of(met ? Remark.at(cause, ifMet) : Remark.at(cause, otherwise, remedy)));
    }

    static Outcome met(List<Remark> remarks) {
        return new Outcome(true, remarks);
    }

    static Outcome unmet(List<Remark> remarks) {
        return new Outcome(false, remarks);
    }
}
