/**
 * Google's Online Boutique as a platform: the services of the public microservices-demo, release v0.10.6, in three
 * environments.
 */
@NullMarked
package dev.idp.examples.boutique;

import org.jspecify.annotations.NullMarked;
