package dev.hypersweep.trainer.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * How alike the outputs of a layer's HyperExpert H and of its experts E_1 .. E_N are on the same
 * tokens. T_i are the tokens for which expert i was selected, at k above 1 each in k of these sets.
 *
 * <pre>
 * cosine[i][j]        = mean over x in T_i of cos(H(x), E_j(x))
 * cosineExperts[i][j] = mean over x in T_i of cos(E_i(x), E_j(x)), the yardstick
 * cka[j]              = CKA(H, E_j) over all tokens
 * ckaExperts[i][j]    = CKA(E_i, E_j) over all tokens, the yardstick
 * </pre>
 *
 * @param tokens [N], size of T_i; where it is 0, row i of both cosine tables is 0
 * @param cosine [N N]
 * @param cosineExperts [N N], 1 on the diagonal
 * @param cka [N], linear, as in {@link LinearCka}
 * @param ckaExperts [N N], 1 on the diagonal
 * @param ckaSelected CKA of H with the output of each token's most probable expert
 */
record LayerSimilarity(
    long[] tokens,
    double[] cosine,
    double[] cosineExperts,
    double[] cka,
    double[] ckaExperts,
    double ckaSelected) {

  /** Compares them. */
  static LayerSimilarity of(LayerOutputs outputs) {
    int count = outputs.experts().size();
    Membership members = Membership.of(outputs.selection());
    LinearCka hyperCka = LinearCka.of(outputs.companion());
    List<LinearCka> ckas = outputs.experts().stream().map(LinearCka::of).toList();
    return new LayerSimilarity(
        members.sizes(),
        cosine(outputs, members),
        cosineExperts(outputs, members),
        ckas.stream().mapToDouble(hyperCka::with).toArray(),
        ckaExperts(ckas, count),
        hyperCka.with(LinearCka.of(outputs.first())));
  }

  private static double[] cosine(LayerOutputs outputs, Membership members) {
    int count = outputs.experts().size();
    double[] table = new double[count * count];
    Cosine hyper = Cosine.of(outputs.companion());
    for (int j = 0; j < count; j++) {
      double[] means = members.means(hyper.with(Cosine.of(outputs.experts().get(j))));
      for (int i = 0; i < count; i++) {
        table[i * count + j] = means[i];
      }
    }
    return table;
  }

  private static double[] cosineExperts(LayerOutputs outputs, Membership members) {
    int count = outputs.experts().size();
    double[] table = new double[count * count];
    List<Cosine> experts = outputs.experts().stream().map(Cosine::of).toList();
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        double[] means = members.means(experts.get(i).with(experts.get(j)));
        table[i * count + j] = means[i];
        table[j * count + i] = means[j];
      }
    }
    return table;
  }

  private static double[] ckaExperts(List<LinearCka> experts, int count) {
    double[] table = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        double cka = experts.get(i).with(experts.get(j));
        table[i * count + j] = cka;
        table[j * count + i] = cka;
      }
    }
    return table;
  }

  /** N. */
  int experts() {
    return tokens.length;
  }

  /** Mean over assignments of the cosine between H and the selected expert. */
  double selectedCosine() {
    return overAssignments(cosine, true);
  }

  /** Mean over assignments and over every other expert of the cosine between H and it. */
  double otherCosine() {
    return overAssignments(cosine, false);
  }

  /** The same with the selected expert in the place of H: what two experts have in common. */
  double expertsCosine() {
    return overAssignments(cosineExperts, false);
  }

  private double overAssignments(double[] table, boolean own) {
    int count = experts();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        sum += (i == j) == own ? tokens[i] * table[i * count + j] : 0;
      }
    }
    return sum / (Arrays.stream(tokens).sum() * (own ? 1.0 : count - 1.0));
  }
}
