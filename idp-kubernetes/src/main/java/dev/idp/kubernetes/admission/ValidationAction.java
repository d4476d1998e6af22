package dev.idp.kubernetes.admission;

/** What a cluster does about an object in which a policy finds something. */
public enum ValidationAction {
    /** It refuses the object. */
    DENY("Deny"),
    /** It takes the object, and warns whoever sent it. */
    WARN("Warn"),
    /** It takes the object, and notes it in its audit log. */
    AUDIT("Audit");

    private final String word;

    ValidationAction(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
