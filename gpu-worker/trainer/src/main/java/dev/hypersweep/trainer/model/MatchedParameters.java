package dev.hypersweep.trainer.model;

/**
 * The plain mixture of experts with as many parameters as another model: its experts, shared ones
 * included, get the inner width with which the totals come closest. With E experts in all sparse
 * layers together, one more of width costs E (2 d + 1) parameters, so the widths add round(surplus
 * / (E (2 d + 1))) and the totals differ by at most half of that.
 */
public final class MatchedParameters {

  private MatchedParameters() {}

  /**
   * @param plain a mixture of experts
   * @param other the companion that it does not have and whose parameters it gets
   */
  public static ModelConfiguration of(ModelConfiguration plain, CompanionConfiguration other) {
    SparseConfiguration sparse = plain.sparse();
    long surplus =
        ClassifierSize.total(plain.withSparse(sparse.withCompanion(other)))
            - ClassifierSize.total(plain);
    long experts = (long) plain.sparseLayers() * (sparse.experts() + sparse.sharedExperts());
    long more = Math.round((double) surplus / (experts * (2L * plain.width() + 1)));
    return plain.withSparse(sparse.withInnerWidth(Math.toIntExact(sparse.innerWidth() + more)));
  }
}
