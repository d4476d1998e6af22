package dev.idp.policy;

import java.util.Optional;

/** What a rule says of itself. */
record RuleCard(String id, String because, Severity severity, String fix, Optional<String> link) {}
