/** What samplers that learn have in common. */
package dev.hypersweep.sweeps.sampling.learning;
