package dev.hypersweep.trainer.moe.expert;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * N networks of one form; each works on the tokens that are routed to it and on no other. Equation
 * 1 of the paper is y = sum over the selected i of G(x)_i E_i(x); this is the E_i.
 */
public interface Experts {

  /** N. */
  int count();

  /**
   * E_i on its rows.
   *
   * @param x [m, d] by expert
   * @param sizes rows of each expert; rows of a group beyond the N experts pass unchanged
   * @return [m, d]
   */
  NDArray apply(Pass pass, NDArray x, long[] sizes);

  /** The matrices of an expert, the one that reads the token first, stored as its form says. */
  List<Parameter> matrices(int expert);

  /** Shape of an expert. */
  Form form();

  /** Parameters of one expert. */
  default long size() {
    long matrices = matrices(0).stream().mapToLong(matrix -> matrix.shape().size()).sum();
    return form().biased() ? matrices + form().innerWidth() + form().width() : matrices;
  }

  /** Sum over the selected experts of gate weight times output: -> [n k, d] by expert. */
  default NDArray apply(Dispatch dispatch) {
    return dispatch.weighted(apply(dispatch.pass(), dispatch.sorted(), dispatch.sizes()));
  }
}
