/** What the agent tells about itself under {@code /q/health} and {@code /q/metrics}. */
package dev.hypersweep.agent.status;
