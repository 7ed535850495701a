package dev.hypersweep.trainer.model.bert;

import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;

/**
 * The numbers that make a BERT.
 *
 * @param vocabulary rows of the token table
 * @param width d
 * @param layers transformer layers
 * @param heads divides d
 * @param innerWidth f
 * @param activation inside the feed-forward networks
 * @param positions most tokens of an example
 * @param segments kinds of segments
 * @param epsilon of the layer norms
 * @param padding token whose vector does not learn
 * @param dropout probability at embeddings and sub-layer outputs
 * @param attentionDropout probability at the attention weights
 * @param headDropout probability before the head
 * @param deviation of the values that matrices and tables begin with
 */
public record BertConfiguration(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int innerWidth,
    Activation activation,
    int positions,
    int segments,
    double epsilon,
    int padding,
    double dropout,
    double attentionDropout,
    double headDropout,
    double deviation) {

  /**
   * Reads a Hugging Face configuration, with its standards for what is left out.
   *
   * @throws MalformedCheckpoint naming the field that is not supported and its value
   */
  public static BertConfiguration of(ModelConfig config) {
    config.only("model_type", "bert");
    config.only("position_embedding_type", "absolute");
    config.only("is_decoder", false);
    config.only("add_cross_attention", false);
    config.only("problem_type", "single_label_classification", "regression");
    double dropout = config.real("hidden_dropout_prob", 0.1);
    int width = config.size("hidden_size", 768);
    int heads = config.size("num_attention_heads", 12);
    if (width % heads != 0) {
      throw new MalformedCheckpoint(
          "config.json: num_attention_heads "
              + heads
              + " does not divide hidden_size "
              + width
              + "; give a divisor");
    }
    return new BertConfiguration(
        config.size("vocab_size", 30522),
        width,
        config.size("num_hidden_layers", 12),
        heads,
        config.size("intermediate_size", 3072),
        Activation.named(config.text("hidden_act", "gelu")),
        config.size("max_position_embeddings", 512),
        config.size("type_vocab_size", 2),
        config.real("layer_norm_eps", 1e-12),
        config.whole("pad_token_id", 0),
        dropout,
        config.real("attention_probs_dropout_prob", 0.1),
        config.real("classifier_dropout", dropout),
        config.real("initializer_range", 0.02));
  }

  /** The same with another dropout probability, everywhere. */
  public BertConfiguration withDropout(double probability) {
    return new BertConfiguration(
        vocabulary,
        width,
        layers,
        heads,
        innerWidth,
        activation,
        positions,
        segments,
        epsilon,
        padding,
        probability,
        probability,
        probability,
        deviation);
  }

  /** The sizes that it has in common with other encoders. */
  public ModelConfiguration sizes(int labels, SparseConfiguration sparse) {
    return new ModelConfiguration(
        layers, width, heads, innerWidth, vocabulary, positions, labels, dropout, sparse);
  }

  Initialiser initialiser() {
    return Initialiser.normal(deviation);
  }
}
