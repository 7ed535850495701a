/**
 * What an attempt produced and the orchestrator has not acknowledged yet, on disk. Guarantee: a
 * record that was appended survives the death of the agent; records are read in the order in which
 * they were appended.
 */
package dev.hypersweep.agent.spool;
