package dev.idp;

/** What an environment is for, in the order in which releases pass through. */
public enum Tier {
    /** Where developers try things. */
    DEVELOPMENT,
    /** Where tests run. */
    TEST,
    /** The rehearsal for production. */
    STAGING,
    /** Where customers are. */
    PRODUCTION
}
