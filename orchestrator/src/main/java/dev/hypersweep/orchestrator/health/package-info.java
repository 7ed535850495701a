/** What is wrong with a sweep, or done, in plain words. */
package dev.hypersweep.orchestrator.health;
