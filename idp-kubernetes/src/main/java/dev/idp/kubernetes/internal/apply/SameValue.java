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
     * Whether everything that was written is there. The server adds defaults to maps, also to those that are elements of a
     * list; it adds no elements, and it forgets what is empty.
     */
    static boolean isWithin(Tree written, Tree there, Spelling spelling) {
        if (written instanceof Tree.Fields map) {
            for (Map.Entry<String, Tree> field : map.fields().entrySet()) {
                Optional<Tree> value = there.find(field.getKey());
                boolean isSame = value.isPresent()
                        ? isWithin(field.getValue(), value.get(), spelling.of(field.getKey()))
                        : field.getValue().isEmpty();
                if (!isSame) {
                    return false;
                }
            }
            return there instanceof Tree.Fields;
        }
        if (written instanceof Tree.Elements list) {
            return there instanceof Tree.Elements other && areWithin(list.elements(), other.elements(), spelling);
        }
        return there instanceof Tree.Scalar scalar
                && isEqual(((Tree.Scalar) written).value(), scalar.value(), spelling);
    }

    private static boolean areWithin(List<Tree> written, List<Tree> there, Spelling spelling) {
        if (written.size() != there.size()) {
            return false;
        }
        for (int i = 0; i < written.size(); i++) {
            if (!isWithin(written.get(i), there.get(i), spelling)) {
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
