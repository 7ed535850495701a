package dev.hypersweep.protocol;

/**
 * What early stopping did to a run that has the rule: its metrics are those of its best evaluation.
 *
 * @param metric that decided, for example {@code accuracy}
 * @param bestStep step of the best evaluation, whose metrics are the result and whose checkpoint is
 *     kept
 * @param stopped whether the run ended before its last step, as nothing was better any more
 */
public record EarlyStop(String metric, long bestStep, boolean stopped) {}
