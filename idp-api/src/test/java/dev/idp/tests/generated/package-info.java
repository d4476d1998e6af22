/** What is wrong on purpose is made up with these; sound platforms are made up by {@code dev.idp.testing.generate}. */
package dev.idp.tests.generated;
