/** Ends hopeless trials early. */
package dev.hypersweep.orchestrator.pruning;
