package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.GateMatrix;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.moe.gate.SoftmaxTopKGate;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;

/** HyperMoE's part of one layer with a gate, small enough to compare number by number. */
final class TinyHyperMoe implements AutoCloseable {

  static final int EXPERTS = 5;
  static final int WIDTH = 12;
  static final int TOKENS = 40;

  private static final int MANY = 12;

  final Session session = Session.open("cpu", 1);
  final Parameters parameters = new Parameters();
  final HyperMoe hyper;
  final SelectionEmbedding selection;
  final Weights weights;
  final NDArray x;

  private final GateMatrix gate;
  private final int tokens;

  TinyHyperMoe(
      Conditioning conditioning, Reduction reduction, boolean biased, int hidden, DataType type) {
    this(conditioning, reduction, biased, hidden, type, EXPERTS);
  }

  /** So many experts that with k = 4 hardly two tokens have the same ones. */
  static TinyHyperMoe ofManyExperts() {
    return new TinyHyperMoe(
        new Conditioning.Unselected(), Reduction.MEAN, true, 8, DataType.FLOAT64, MANY);
  }

  private TinyHyperMoe(
      Conditioning conditioning,
      Reduction reduction,
      boolean biased,
      int hidden,
      DataType type,
      int experts) {
    tokens = experts == EXPERTS ? TOKENS : 3 * TOKENS;
    gate =
        new GateMatrix(parameters, "gate", WIDTH, experts, Layout.OUT_IN, Initialiser.normal(0.3));
    LearnedTable table = new LearnedTable(parameters, "experts", experts, 4, 1);
    selection = new SelectionEmbedding(table, conditioning, reduction);
    EmbeddingMlp mlp = biased ? new EmbeddingMlp(parameters, "a", "b", 4, 5, 7) : null;
    hyper =
        new HyperMoe(
            selection,
            mlp,
            new Hypernetwork(
                parameters,
                Hypernetwork.Names.of("hypernetwork"),
                new Hypernetwork.Sizes(biased ? 7 : 4, 3, hidden, WIDTH, 3, biased, biased),
                new HeadStart.Normal(0.5)),
            new LayerTable(parameters, "layers", 2, 3, 1).row(1));
    weights = new Weights(session, parameters, 1, type);
    session.seed(1);
    for (Parameter parameter : weights.parameters()) { // biases begin at zero, and would hide
      weights
          .value(parameter)
          .addi(
              session
                  .manager()
                  .randomNormal(0, 0.1f, parameter.shape(), DataType.FLOAT32)
                  .toType(type, true));
    }
    x = session.manager().randomNormal(0, 1, new Shape(tokens, WIDTH), type);
  }

  Routing route(Pass pass, int k) {
    NDArray own = x.duplicate(); // results belong to the manager of the first operand
    own.attach(pass.manager());
    return new SoftmaxTopKGate(gate, k, GateScale.PROBABILITY)
        .route(pass, own, Sequences.one(tokens));
  }

  Parameter parameter(String name) {
    return parameters.all().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static double[] numbers(NDArray array) {
    return array.getDataType() == DataType.FLOAT64
        ? array.toDoubleArray()
        : array.toType(DataType.FLOAT64, true).toDoubleArray();
  }

  @Override
  public void close() {
    session.close();
  }
}
