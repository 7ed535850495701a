/** The HTTP side: one client, and what its answers mean for whoever wants to send something. */
package dev.hypersweep.agent.wire;
