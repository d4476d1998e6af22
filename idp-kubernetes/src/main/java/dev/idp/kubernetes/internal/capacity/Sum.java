package dev.idp.kubernetes.internal.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all shares come to. What runs to an end can wait for others of its kind, so that of these the largest counts at least,
 * and all of them at most; so do pods that are there twice while they are rolled out.
 *
 * @param key what the quota calls it
 * @param shares who takes how much
 */
record Sum(String key, List<Share> shares) {

    private static final int SHOWN = 5;

    private record Term(String text, BigDecimal amount) {}

    BigDecimal least() {
        return amount(leastTerms());
    }

    /** At the most that autoscalers make of it. */
    BigDecimal most() {
        return most(Map.of());
    }

    /** At other maxima for some, by their names. */
    BigDecimal most(Map<Share, Long> maxima) {
        return shares.stream()
                .map(share -> {
                    long pods = maxima.getOrDefault(share, share.scale().most());
                    return share.of(pods).add(share.surging(pods));
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String leastTermsText() {
        return text(leastTerms());
    }

    String mostTermsText() {
        List<Term> terms = new ArrayList<>();
        shares.forEach(share -> terms.add(term(share, share.scale().most())));
        BigDecimal surge = shares.stream()
                .map(share -> share.surging(share.scale().most()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (surge.signum() > 0) {
            terms.add(new Term(Quantities.format(key, surge) + " while they roll out", surge));
        }
        return text(terms);
    }

    private List<Term> leastTerms() {
        List<Term> terms = new ArrayList<>();
        shares.stream()
                .filter(share -> !share.isRun())
                .forEach(share -> terms.add(term(share, share.scale().least())));
        shares.stream()
                .filter(Share::isRun)
                .map(share -> term(share, share.scale().least()))
                .max(Comparator.comparing(Term::amount))
                .ifPresent(terms::add);
        return terms;
    }

    private Term term(Share share, long pods) {
        String each = Quantities.format(key, share.each());
        boolean isCount = Counted.isCount(key) && share.each().compareTo(BigDecimal.ONE) == 0;
        String amount = isCount ? (pods == 1 ? "" : " " + pods) : pods == 1 ? " " + each : " " + pods + " x " + each;
        return new Term(share.name() + amount, share.of(pods));
    }

    private static BigDecimal amount(List<Term> terms) {
        return terms.stream().map(Term::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(List<Term> terms) {
        List<Term> largest = terms.stream()
                .filter(term -> term.amount().signum() > 0)
                .sorted(Comparator.comparing(Term::amount).reversed().thenComparing(Term::text))
                .toList();
        String shown = largest.stream().limit(SHOWN).map(Term::text).collect(Collectors.joining(" + "));
        return largest.size() > SHOWN ? shown + " and " + (largest.size() - SHOWN) + " more" : shown;
    }
}
