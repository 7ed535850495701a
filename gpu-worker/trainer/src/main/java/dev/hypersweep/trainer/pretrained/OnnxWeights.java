package dev.hypersweep.trainer.pretrained;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a graph that PyTorch exported to ONNX, under the names that they had in
 * PyTorch. The export keeps names of biases, norms and embeddings; a weight matrix loses its name
 * and is transposed. It is known again by the bias that is added to its product.
 */
final class OnnxWeights {

  private static final String BIAS = ".bias";
  private static final String WEIGHT = ".weight";

  private OnnxWeights() {}

  /**
   * Reads all parameters of type float.
   *
   * @return by name; matrices of linear layers as [out, in]
   * @throws MalformedCheckpoint if it is no such graph
   */
  static Map<String, StoredTensor> read(InputStream model) throws IOException {
    GraphProto graph = ModelProto.parseFrom(model).getGraph();
    Map<String, TensorProto> initialisers = new LinkedHashMap<>();
    graph.getInitializerList().forEach(tensor -> initialisers.put(tensor.getName(), tensor));
    Map<String, String> matrices = matrices(graph, initialisers);
    Map<String, StoredTensor> named = new LinkedHashMap<>();
    for (TensorProto tensor : initialisers.values()) {
      if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
        String weight = matrices.get(tensor.getName());
        String name = weight == null ? tensor.getName() : weight;
        named.put(name, weight == null ? stored(name, tensor) : transposed(name, tensor));
      }
    }
    return named;
  }

  /** Initialiser that a MatMul takes second, to the name of the weight that it once was. */
  private static Map<String, String> matrices(
      GraphProto graph, Map<String, TensorProto> initialisers) {
    Map<String, String> products = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("MatMul") && initialisers.containsKey(node.getInput(1))) {
        products.put(node.getOutput(0), node.getInput(1));
      } else if (node.getOpType().equals("Add")) {
        for (int bias = 0; bias < 2; bias++) {
          String matrix = products.get(node.getInput(1 - bias));
          String name = node.getInput(bias);
          if (matrix != null && initialisers.containsKey(name) && name.endsWith(BIAS)) {
            names.put(matrix, name.substring(0, name.length() - BIAS.length()) + WEIGHT);
          }
        }
      }
    }
    return names;
  }

  private static StoredTensor stored(String name, TensorProto tensor) {
    long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    long size = Float.BYTES;
    for (long axis : shape) {
      size *= axis;
    }
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() != size) {
      throw new MalformedCheckpoint(
          name + " of the ONNX graph does not have the bytes of its shape");
    }
    return new StoredTensor(name, StoredType.F32, shape, bytes);
  }

  private static StoredTensor transposed(String name, TensorProto tensor) {
    StoredTensor across = stored(name, tensor);
    if (across.shape().length != 2) {
      throw new MalformedCheckpoint(name + " of the ONNX graph is no matrix");
    }
    int in = (int) across.shape()[0];
    int out = (int) across.shape()[1];
    ByteBuffer rows =
        ByteBuffer.allocate(across.bytes().remaining()).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < out; row++) {
      for (int column = 0; column < in; column++) {
        rows.putInt(across.bytes().getInt((column * out + row) * Float.BYTES));
      }
    }
    return new StoredTensor(name, StoredType.F32, new long[] {out, in}, rows.flip());
  }
}
