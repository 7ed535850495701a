package dev.hypersweep.trainer.model.deepseek;

import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.nn.Activation;

/**
 * The numbers that make a DeepSeekMoE decoder.
 *
 * @param layers blocks
 * @param width d
 * @param heads h of the queries
 * @param keyValueHeads heads of keys and values; divides {@code heads}
 * @param innerWidth of a dense feed-forward network
 * @param rows token vectors
 * @param activation of the feed-forward networks and experts
 * @param tied whether the output head is the token table
 * @param biased whether the attention's projections have biases
 * @param epsilon of the norms
 * @param theta base of the rotary angles
 * @param dropout probability at the attention weights
 * @param deviation of initial values
 * @param sparse the sparse layers; null if every layer is dense
 */
public record DeepSeekConfiguration(
    int layers,
    int width,
    int heads,
    int keyValueHeads,
    int innerWidth,
    int rows,
    Activation activation,
    boolean tied,
    boolean biased,
    double epsilon,
    double theta,
    double dropout,
    double deviation,
    Sparse sparse) {

  /**
   * The numbers of the sparse layers.
   *
   * @param firstDense layers before the first that may be sparse
   * @param every of those after, every n-th is sparse
   * @param offset remainder of a sparse layer's index by {@code every}; 0 in the checkpoints
   * @param experts N, the routed ones
   * @param shared experts that every token passes; 0 for none
   * @param innerWidth of one expert
   * @param k routed experts per token
   * @param renormalised whether the scores of the k experts are divided by their sum
   * @param balance weight alpha of the balance loss
   * @param perSequence whether each sequence is balanced by itself
   */
  public record Sparse(
      int firstDense,
      int every,
      int offset,
      int experts,
      int shared,
      int innerWidth,
      int k,
      boolean renormalised,
      double balance,
      boolean perSequence) {}

  public DeepSeekConfiguration {
    if (width % heads != 0 || width / heads % 2 != 0 || heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "config.json: hidden_size %d must be an even multiple of num_attention_heads %d, and that a multiple of num_key_value_heads %d"
              .formatted(width, heads, keyValueHeads));
    }
    if (sparse != null && sparse.k() > sparse.experts()) {
      throw new IllegalArgumentException(
          "config.json: num_experts_per_tok %d is more than n_routed_experts %d"
              .formatted(sparse.k(), sparse.experts()));
    }
  }

  /**
   * Reads a {@code config.json} with {@code model_type} deepseek.
   *
   * @throws dev.hypersweep.trainer.checkpoint.MalformedCheckpoint naming the field that is missing
   *     or not supported
   */
  public static DeepSeekConfiguration of(ModelConfig json) {
    json.only("model_type", "deepseek");
    json.only("scoring_func", "softmax");
    json.only("routed_scaling_factor", 1, 1.0);
    json.only("topk_method", "greedy");
    json.only("n_group", 1);
    json.only("hidden_act", "silu", "gelu", "gelu_new", "relu");
    json.only("rope_scaling", "null");
    json.only("pretraining_tp", 1);
    int heads = json.size("num_attention_heads");
    return new DeepSeekConfiguration(
        json.size("num_hidden_layers"),
        json.size("hidden_size"),
        heads,
        json.size("num_key_value_heads", heads),
        json.size("intermediate_size"),
        json.size("vocab_size"),
        Activation.named(json.text("hidden_act", "silu")),
        json.flag("tie_word_embeddings", false),
        json.flag("attention_bias", false),
        json.real("rms_norm_eps", 1e-6),
        json.real("rope_theta", 10_000),
        json.real("attention_dropout", 0),
        json.real("initializer_range", 0.02),
        json.has("n_routed_experts") ? sparse(json) : null);
  }

  private static Sparse sparse(ModelConfig json) {
    return new Sparse(
        json.whole("first_k_dense_replace", 0),
        json.size("moe_layer_freq", 1),
        0,
        json.size("n_routed_experts"),
        json.has("n_shared_experts") ? json.size("n_shared_experts") : 0,
        json.size("moe_intermediate_size"),
        json.size("num_experts_per_tok"),
        json.flag("norm_topk_prob", false),
        json.real("aux_loss_alpha", 0.001),
        json.flag("seq_aux", true));
  }

  /** The same with another dropout probability and other sparse layers. */
  public DeepSeekConfiguration with(double probability, Sparse other) {
    return new DeepSeekConfiguration(
        layers,
        width,
        heads,
        keyValueHeads,
        innerWidth,
        rows,
        activation,
        tied,
        biased,
        epsilon,
        theta,
        probability,
        deviation,
        other);
  }

  /** Whether layer {@code layer} (from 0) has experts. */
  public boolean isSparse(int layer) {
    return sparse != null
        && layer >= sparse.firstDense()
        && layer % sparse.every() == sparse.offset();
  }

  /** w. */
  public int headWidth() {
    return width / heads;
  }
}
