package dev.hypersweep.trainer.checkpoint;

/**
 * Numbers that tensors of a PyTorch file look at.
 *
 * @param type of the numbers
 * @param key names them inside the file
 * @param elements how many the pickle claims; the file is the judge
 */
record PickledStorage(StoredType type, String key, long elements) {}
