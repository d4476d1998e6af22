package dev.idp.kubernetes.apply;

import java.util.List;

/**
 * What applying would do to one object.
 *
 * @param object the object
 * @param action what would be done
 * @param reason why, where the fields do not say it: what refuses, what protects, whose it was, why it need not be there;
 *     empty otherwise
 * @param fields what would be different; of what is created and pruned, none
 * @param conflicts what others set; of conflicts alone
 * @param was what it is now
 */
public record Change(
        ObjectKey object,
        Action action,
        String reason,
        List<FieldChange> fields,
        List<Conflict> conflicts,
        Fingerprint was) {}
