package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;

/**
 * The numbers that make a GPT-2.
 *
 * @param vocabulary rows of the token table
 * @param positions most tokens of a sequence
 * @param width d
 * @param layers blocks
 * @param heads divides d
 * @param innerWidth f
 * @param activation inside the feed-forward networks
 * @param epsilon of the layer norms
 * @param tied whether the token table is the output head too
 * @param scaled whether attention scores are divided by the root of a head's width
 * @param scaledByLayer whether they are divided by the block's number from 1, too
 * @param embeddingDropout probability at the embeddings
 * @param attentionDropout probability at the attention weights
 * @param dropout probability at sub-layer outputs
 * @param deviation of the values that matrices and tables begin with
 */
public record Gpt2Configuration(
    int vocabulary,
    int positions,
    int width,
    int layers,
    int heads,
    int innerWidth,
    Activation activation,
    double epsilon,
    boolean tied,
    boolean scaled,
    boolean scaledByLayer,
    double embeddingDropout,
    double attentionDropout,
    double dropout,
    double deviation) {

  /**
   * Reads a Hugging Face configuration, with its standards for what is left out. {@code
   * reorder_and_upcast_attn} may be on: it guards half precision and changes nothing here.
   *
   * @throws MalformedCheckpoint naming the field that is not supported and its value
   */
  public static Gpt2Configuration of(ModelConfig config) {
    config.only("model_type", "gpt2");
    config.only("add_cross_attention", false);
    int width = config.size("n_embd", 768);
    int heads = config.size("n_head", 12);
    if (width % heads != 0) {
      throw new MalformedCheckpoint(
          "config.json: n_head " + heads + " does not divide n_embd " + width + "; give a divisor");
    }
    return new Gpt2Configuration(
        config.size("vocab_size", 50257),
        config.size("n_positions", 1024),
        width,
        config.size("n_layer", 12),
        heads,
        config.size("n_inner", 4 * width),
        Activation.named(config.text("activation_function", "gelu_new")),
        config.real("layer_norm_epsilon", 1e-5),
        config.flag("tie_word_embeddings", true),
        config.flag("scale_attn_weights", true),
        config.flag("scale_attn_by_inverse_layer_idx", false),
        config.real("embd_pdrop", 0.1),
        config.real("attn_pdrop", 0.1),
        config.real("resid_pdrop", 0.1),
        config.real("initializer_range", 0.02));
  }

  /** The same with another dropout probability, everywhere. */
  public Gpt2Configuration withDropout(double probability) {
    return new Gpt2Configuration(
        vocabulary,
        positions,
        width,
        layers,
        heads,
        innerWidth,
        activation,
        epsilon,
        tied,
        scaled,
        scaledByLayer,
        probability,
        probability,
        probability,
        deviation);
  }

  /** The same with another f. */
  public Gpt2Configuration withInnerWidth(int f) {
    return new Gpt2Configuration(
        vocabulary,
        positions,
        width,
        layers,
        heads,
        f,
        activation,
        epsilon,
        tied,
        scaled,
        scaledByLayer,
        embeddingDropout,
        attentionDropout,
        dropout,
        deviation);
  }

  /** What attention scores of a block (from 0) are multiplied by. */
  double scale(int layer) {
    double byWidth = scaled ? 1 / Math.sqrt((double) width / heads) : 1;
    return scaledByLayer ? byWidth / (layer + 1) : byWidth;
  }

  Initialiser initialiser() {
    return Initialiser.normal(deviation);
  }

  /** For matrices whose output is added to the residual stream: smaller, the deeper the model. */
  Initialiser residualInitialiser() {
    return Initialiser.normal(deviation / Math.sqrt(2.0 * layers));
  }
}
