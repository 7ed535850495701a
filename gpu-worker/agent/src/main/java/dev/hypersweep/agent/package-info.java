/**
 * The worker's agent: leases runs, starts one trainer process for each, spools what it says to disk
 * and reports it. Start reading at {@link dev.hypersweep.agent.Agent}.
 */
package dev.hypersweep.agent;
