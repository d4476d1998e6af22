/**
 * Google's Bank of Anthos as a platform: the services of the public bank-of-anthos, release v0.6.10, in three environments.
 *
 * <p>Images, ports, sizes, probes and variables are the published ones, but for these:
 *
 * <ul>
 *   <li>databases are plain PostgreSQL, beside the services, by an operator or by the cloud, and migrations make their schemas;
 *       published are images that bring a schema, demo customers and their password along
 *   <li>passwords and keys are secrets, never variables in plain sight
 *   <li>traces and metrics go to Google Cloud in production, the one environment that runs there
 *   <li>a service gets the addresses of those that it calls, and no others
 *   <li>requests for ephemeral storage and the annotations of a service mesh are left out
 *   <li>each service has an identity of its own, where the published ones share one
 *   <li>the load generator stays in development
 *   <li>the status page, the settlement and the SWIFT gateway are made up
 * </ul>
 */
@NullMarked
package dev.idp.examples.bank;

import org.jspecify.annotations.NullMarked;
