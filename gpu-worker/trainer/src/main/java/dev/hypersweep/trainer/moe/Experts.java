package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.FeedForward;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * N feed-forward networks; each works on the tokens that are routed to it and on no other, with no
 * capacity limit and no dropped token. Equation 1 of the paper: y = sum over the selected i of
 * G(x)_i E_i(x), where G(x)_i is the probability of expert i.
 */
public final class Experts {

  private final List<FeedForward> experts;

  public Experts(Parameters parameters, String name, int width, int innerWidth, int count) {
    experts =
        IntStream.range(0, count)
            .mapToObj(e -> new FeedForward(parameters, name + "." + e, width, innerWidth))
            .toList();
  }

  /** x [n, d] -> [n, d]. */
  public NDArray apply(Pass pass, NDArray x, Routing routing) {
    int n = routing.tokens();
    int k = routing.k();
    int[] keys = new int[n * k]; // assignment a: token a / k to its a % k-th expert
    long[] gates = new long[n * k]; // place of its probability among all n N of them
    for (int a = 0; a < keys.length; a++) {
      keys[a] = routing.experts()[a / k][a % k];
      gates[a] = (long) (a / k) * experts.size() + keys[a];
    }
    Grouping grouping = Grouping.by(keys, experts.size());
    long[] tokens = new long[n * k];
    long[] sortedGates = new long[n * k];
    for (int place = 0; place < tokens.length; place++) {
      int assignment = (int) grouping.order()[place];
      tokens[place] = assignment / k;
      sortedGates[place] = gates[assignment];
    }

    NDArray sorted = pass.operations().rows(x, pass.manager().create(tokens)); // [n k, d]
    NDArray outputs = feedForward(pass, sorted, grouping.sizes()); // [n k, d]
    NDArray flat = routing.probabilities().reshape(new Shape(-1, 1)); // [n N, 1]
    NDArray scale = pass.operations().rows(flat, pass.manager().create(sortedGates)); // [n k, 1]
    NDArray places = pass.manager().create(grouping.places());
    NDArray y = pass.operations().rows(outputs.mul(scale), places); // [n k, d]
    return k == 1 ? y : y.reshape(n, k, -1).sum(new int[] {1});
  }

  private NDArray feedForward(Pass pass, NDArray x, long[] sizes) {
    return pass.operations()
        .groupedFeedForward(
            x,
            sizes,
            all(pass, expert -> expert.inner().weight()),
            all(pass, expert -> expert.inner().bias()),
            all(pass, expert -> expert.outer().weight()),
            all(pass, expert -> expert.outer().bias()));
  }

  private NDArray[] all(Pass pass, Function<FeedForward, Parameter> part) {
    return experts.stream().map(part).map(pass::get).toArray(NDArray[]::new);
  }

  /** Parameters of one expert, in numbers. */
  public static long sizeOfOne(int width, int innerWidth) {
    Parameters one = new Parameters();
    new Experts(one, "expert", width, innerWidth, 1);
    return one.size();
  }
}
