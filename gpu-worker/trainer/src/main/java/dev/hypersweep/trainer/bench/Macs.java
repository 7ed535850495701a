package dev.hypersweep.trainer.bench;

/**
 * Multiply-accumulates of HyperMoE's forward pass over a batch; a training step has three times as
 * many. n tokens, S sets of selected experts, one HyperExpert per set and one use of it per token.
 *
 * @param attention projections 4 d^2 and scores 2 L d per token and layer
 * @param dense 2 d f per token and dense layer
 * @param gates d N per token and sparse layer
 * @param experts k 2 d f per token and sparse layer
 * @param hyperExperts 2 d b per token and sparse layer
 * @param generation h (t + e) + 2 d b h per set and sparse layer
 */
record Macs(
    double attention,
    double dense,
    double gates,
    double experts,
    double hyperExperts,
    double generation) {

  /** Of a workload; every set that there can be counts, as far as there are tokens for it. */
  static Macs of(Workload w) {
    double n = w.tokens();
    double d = w.width();
    double sparse = w.layers() / 2;
    double ffn = 2 * d * w.inner();
    double adapter = 2 * d * w.bottleneck();
    return new Macs(
        n * w.layers() * (4 * d * d + 2 * d * w.length()),
        n * (w.layers() - sparse) * ffn,
        n * sparse * d * w.experts(),
        n * sparse * w.k() * ffn,
        n * sparse * adapter,
        sets(w) * sparse * (2.0 * w.hid() * w.embed() + adapter * w.hid()));
  }

  /** min(n, C(N, k)). */
  private static double sets(Workload w) {
    double sets = 1;
    for (int i = 0; i < w.k(); i++) {
      sets = sets * (w.experts() - i) / (i + 1);
    }
    return Math.min(sets, w.tokens());
  }

  double sum() {
    return attention + dense + gates + experts + hyperExperts + generation;
  }
}
