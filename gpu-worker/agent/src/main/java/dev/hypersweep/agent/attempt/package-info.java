/** One attempt, from its lease to the acknowledgement of its last record. */
package dev.hypersweep.agent.attempt;
