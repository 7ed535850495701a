package dev.hypersweep.protocol;

/**
 * A dataset as a worker found it.
 *
 * @param name catalogue name
 * @param contentHash SHA-256 over the examples and labels of both splits, in order
 * @param split what was read, for example {@code train/validation}; a part of a split says so
 * @param trainExamples rows of the training split
 * @param evaluationExamples rows of the split that is scored
 * @param classes number of classes
 * @param majority share of the evaluation split that its most frequent class has, 0 to 1: what a
 *     constant answer scores in accuracy
 */
public record DatasetInfo(
    String name,
    String contentHash,
    String split,
    int trainExamples,
    int evaluationExamples,
    int classes,
    double majority) {}
