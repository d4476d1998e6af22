/** Rules over plans and manifests, and what they find. */
@NullMarked
package dev.idp.policy;

import org.jspecify.annotations.NullMarked;
