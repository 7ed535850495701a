package dev.hypersweep.trainer.tokenizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the encodings of a batch equally long.
 *
 * @param side where padding goes
 * @param length least length of every row; 0 for the longest encoding's
 * @param multiple rows are rounded up to a multiple of this; 1 for none
 * @param token what is put there
 */
public record Padding(Side side, int length, int multiple, PadToken token) {

  /** Where padding goes; decoders that generate want it on the left. */
  public enum Side {
    LEFT,
    RIGHT
  }

  public Padding {
    if (length < 0 || multiple < 1) {
      throw new IllegalArgumentException(
          "padding to length " + length + ", multiple of " + multiple + ": use at least 0 and 1");
    }
  }

  /**
   * @return all of one length, in the order given
   * @throws TokenizerException if an encoding is longer than a length that was asked for
   */
  public List<Encoding> apply(List<Encoding> batch) {
    int longest = batch.stream().mapToInt(Encoding::length).max().orElse(0);
    if (length > 0 && longest > length) {
      throw new TokenizerException(
          "an encoding of " + longest + " tokens cannot be padded to " + length + "; cut it first");
    }
    int wanted = Math.max(longest, length);
    int rounded = (wanted + multiple - 1) / multiple * multiple;
    return batch.stream().map(encoding -> pad(encoding, rounded)).toList();
  }

  private Encoding pad(Encoding encoding, int wanted) {
    List<Token> filling = Collections.nCopies(wanted - encoding.length(), token.asToken());
    List<Token> row = new ArrayList<>(wanted);
    if (side == Side.LEFT) {
      row.addAll(filling);
    }
    row.addAll(encoding.tokens());
    if (side == Side.RIGHT) {
      row.addAll(filling);
    }
    return new Encoding(row);
  }
}
