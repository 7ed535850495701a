package dev.hypersweep.protocol;

/**
 * A dataset as a worker found it.
 *
 * @param name catalogue name, or the folder of a user's card
 * @param contentHash SHA-256 over the examples and labels of the splits, in order
 * @param split what was read, for example {@code train/validation}; a part of a split says so:
 *     {@code train[11,877 of 87,599]/dev}; {@code -} in place of a training split that is not there
 * @param trainExamples rows of the training split; 0 where the dataset can only be evaluated
 * @param evaluationExamples rows of the headline split that is scored
 * @param classes number of classes; 0 where the task has none
 * @param majority share of the evaluation split that its most frequent class has, 0 to 1: what a
 *     constant answer scores in accuracy; null where the task has no classes
 * @param kind of task, for example {@code classification}; null from a worker of an earlier version
 * @param metric headline metric; null from a worker of an earlier version
 */
public record DatasetInfo(
    String name,
    String contentHash,
    String split,
    int trainExamples,
    int evaluationExamples,
    int classes,
    Double majority,
    String kind,
    String metric) {}
