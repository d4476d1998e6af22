/** What people write: platforms, environments, golden paths, teams, services and what they need. */
@NullMarked
package dev.idp;

import org.jspecify.annotations.NullMarked;
