/** Search spaces, the samplers that choose points in them, and how many points a budget allows. */
package dev.hypersweep.sweeps.sampling;
