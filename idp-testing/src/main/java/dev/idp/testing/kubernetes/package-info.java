/** Assertions on rendered manifests, and a real API server for tests: the one package that needs idp-kubernetes. */
@NullMarked
package dev.idp.testing.kubernetes;

import org.jspecify.annotations.NullMarked;
