package dev.hypersweep.trainer.moe.hyper;

import dev.hypersweep.trainer.tensor.Seeds;
import java.util.Arrays;

/** Which experts' embeddings make a token's selection embedding, given the selected ones. */
public sealed interface Conditioning {

  /** Marks the members for a set of selected experts: a new [N]. */
  boolean[] members(int[] selected, int experts);

  /** How many members there are when k of N are selected. */
  int size(int k, int experts);

  /** The experts that were not selected: the paper's. */
  record Unselected() implements Conditioning {

    @Override
    public boolean[] members(int[] selected, int experts) {
      boolean[] members = new boolean[experts];
      Arrays.fill(members, true);
      for (int expert : selected) {
        members[expert] = false;
      }
      return members;
    }

    @Override
    public int size(int k, int experts) {
      return experts - k;
    }
  }

  /** The selected experts: the control of the paper's section 4.4.4. */
  record Selected() implements Conditioning {

    @Override
    public boolean[] members(int[] selected, int experts) {
      boolean[] members = new boolean[experts];
      for (int expert : selected) {
        members[expert] = true;
      }
      return members;
    }

    @Override
    public int size(int k, int experts) {
      return k;
    }
  }

  /**
   * As many experts as are unselected, but others: {permutation[j] : j not selected}.
   *
   * @param permutation of 0 .. N - 1, fixed for the layer
   */
  record Random(int[] permutation) implements Conditioning {

    /** A permutation that the seed decides; never the identity. */
    public static Random of(int experts, long seed) {
      int[] permutation = new int[experts];
      Arrays.setAll(permutation, i -> i);
      java.util.Random random = new java.util.Random(Seeds.mix(seed, experts));
      for (int i = experts - 1; i > 0; i--) { // Sattolo's cycle: no expert stays in its place
        int other = random.nextInt(i);
        int kept = permutation[i];
        permutation[i] = permutation[other];
        permutation[other] = kept;
      }
      return new Random(permutation);
    }

    @Override
    public boolean[] members(int[] selected, int experts) {
      boolean[] unselected = new Unselected().members(selected, experts);
      boolean[] members = new boolean[experts];
      for (int j = 0; j < experts; j++) {
        members[permutation[j]] = unselected[j];
      }
      return members;
    }

    @Override
    public int size(int k, int experts) {
      return experts - k;
    }
  }
}
