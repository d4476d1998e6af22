package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.capacity.Quantities;
import dev.idp.kubernetes.internal.tree.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what was written with what a server made of it. */
final class SameValue {

    private SameValue() {}

    /**
     * Whether what was written is what there is. The server adds defaults to maps, also to those that are elements of a list; it
     * adds no elements, and it forgets what is empty.
     *
     * @param name the field that both are the value of
     */
    static boolean is(String name, Tree written, Tree there, Spelling spelling) {
        if (written instanceof Tree.Fields map) {
            for (Map.Entry<String, Tree> field : map.fields().entrySet()) {
                Optional<Tree> value = there.find(field.getKey());
                boolean isSame = value.isPresent()
                        ? is(field.getKey(), field.getValue(), value.get(), spelling.of(field.getKey()))
                        : field.getValue().isEmpty();
                if (!isSame) {
                    return false;
                }
            }
            return there instanceof Tree.Fields all
                    && all.fields().entrySet().stream()
                            .allMatch(field -> map.fields().containsKey(field.getKey())
                                    || ServerDefaults.has(name, field.getKey(), field.getValue()));
        }
        if (written instanceof Tree.Elements list) {
            return there instanceof Tree.Elements other && are(name, list.elements(), other.elements(), spelling);
        }
        return there instanceof Tree.Scalar scalar
                && isEqual(((Tree.Scalar) written).value(), scalar.value(), spelling);
    }

    /** Whether two values are the same, whatever field they are of. */
    static boolean is(Tree written, Tree there) {
        return is("", written, there, Spelling.EXACT);
    }

    private static boolean are(String name, List<Tree> written, List<Tree> there, Spelling spelling) {
        if (written.size() != there.size()) {
            return false;
        }
        for (int i = 0; i < written.size(); i++) {
            if (!is(name, written.get(i), there.get(i), spelling)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEqual(@Nullable Object written, @Nullable Object there, Spelling spelling) {
        if (written == null || there == null) {
            return written == there;
        }
        return written.equals(there)
                || (spelling == Spelling.OF_AMOUNT
                        && written instanceof String
                        && there instanceof String
                        && amount(written).isPresent()
                        && amount(written).equals(amount(there)));
    }

    private static Optional<BigDecimal> amount(Object text) {
        return Quantities.parse(text.toString()).map(BigDecimal::stripTrailingZeros);
    }
}
