package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.sampling.Result;
import java.util.Map;

/**
 * A trial that was made before, and what is known of it now.
 *
 * @param variant as in {@link TrialPoint}
 * @param parameters as in {@link TrialPoint}; a whole number may stand for a real one, as JSON has
 *     it
 * @param result running until it has ended
 */
public record MadeTrial(String variant, Map<String, Object> parameters, Result result) {}
