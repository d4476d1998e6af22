/**
 * Platforms made up from a seed: everything that can be declared, in every combination, and always sound. It needs no test
 * framework; laws that must hold for any platform are asked of thousands of them.
 */
package dev.idp.tests.generated;
