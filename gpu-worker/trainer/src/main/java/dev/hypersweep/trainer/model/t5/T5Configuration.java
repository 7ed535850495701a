package dev.hypersweep.trainer.model.t5;

import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;

/**
 * The numbers that make a T5.
 *
 * @param width d
 * @param headWidth w; h w need not be d
 * @param innerWidth f of a feed-forward network
 * @param heads h
 * @param encoderLayers blocks of the encoder
 * @param decoderLayers blocks of the decoder
 * @param rows token vectors
 * @param buckets of relative positions
 * @param longestDistance from which on positions share a bucket
 * @param activation of the feed-forward networks
 * @param gated whether a second projection is multiplied to the activation (v1.1)
 * @param tied whether the output head is the token table
 * @param epsilon of the norms
 * @param dropout probability
 * @param spread scales the initial values; 1 usually
 * @param start token that begins every decoder sequence
 * @param pad token of padding
 * @param end token that ends a sequence
 */
public record T5Configuration(
    int width,
    int headWidth,
    int innerWidth,
    int heads,
    int encoderLayers,
    int decoderLayers,
    int rows,
    int buckets,
    int longestDistance,
    Activation activation,
    boolean gated,
    boolean tied,
    double epsilon,
    double dropout,
    double spread,
    int start,
    int pad,
    int end) {

  private static final String GATED = "gated-";
  private static final int LEAST_BUCKETS = 4;

  public T5Configuration {
    // Fewer leave a direction without a bucket for a single distance.
    if (buckets < LEAST_BUCKETS || buckets % 2 != 0) {
      throw new IllegalArgumentException(
          "config.json: relative_attention_num_buckets is "
              + buckets
              + "; supported is an even number from "
              + LEAST_BUCKETS
              + " up");
    }
    if (longestDistance <= buckets / 2) {
      throw new IllegalArgumentException(
          "config.json: relative_attention_max_distance is "
              + longestDistance
              + "; it must be above half of relative_attention_num_buckets, "
              + buckets);
    }
  }

  /**
   * Reads a {@code config.json} with {@code model_type} t5.
   *
   * @throws dev.hypersweep.trainer.checkpoint.MalformedCheckpoint naming the field that is missing
   *     or not supported
   */
  public static T5Configuration of(ModelConfig json) {
    json.only("model_type", "t5");
    return encoderDecoder(json);
  }

  /** What T5 and its descendants have in common. */
  public static T5Configuration encoderDecoder(ModelConfig json) {
    json.only("is_encoder_decoder", true);
    int layers = json.size("num_layers");
    String projection = json.text("feed_forward_proj", "relu");
    boolean gated = projection.startsWith(GATED);
    String function = gated ? projection.substring(GATED.length()) : projection;
    // The library reads gated-gelu as the tanh form, which T5 v1.1 was trained with.
    String activation = projection.equals("gated-gelu") ? "gelu_new" : function;
    int start = json.whole("decoder_start_token_id", json.whole("pad_token_id", 0));
    return new T5Configuration(
        json.size("d_model"),
        json.size("d_kv"),
        json.size("d_ff"),
        json.size("num_heads"),
        layers,
        json.size("num_decoder_layers", layers),
        json.size("vocab_size"),
        json.size("relative_attention_num_buckets", 32),
        json.size("relative_attention_max_distance", 128),
        activation(json, activation),
        json.flag("is_gated_act", gated),
        json.flag("tie_word_embeddings", true),
        json.real("layer_norm_epsilon", 1e-6),
        json.real("dropout_rate", 0.1),
        json.real("initializer_factor", 1),
        start,
        json.whole("pad_token_id", 0),
        json.whole("eos_token_id", 1));
  }

  private static Activation activation(ModelConfig json, String otherwise) {
    json.only("dense_act_fn", "relu", "gelu", "gelu_new", "silu", "tanh");
    return Activation.named(json.text("dense_act_fn", otherwise));
  }

  /** The same with another dropout probability. */
  public T5Configuration withDropout(double probability) {
    return new T5Configuration(
        width,
        headWidth,
        innerWidth,
        heads,
        encoderLayers,
        decoderLayers,
        rows,
        buckets,
        longestDistance,
        activation,
        gated,
        tied,
        epsilon,
        probability,
        spread,
        start,
        pad,
        end);
  }

  /** h w, the width of queries, keys and values. */
  public int attentionWidth() {
    return heads * headWidth;
  }

  /** How the matrices of a feed-forward network or expert begin. */
  public Form.Beginning beginning() {
    return new Form.Beginning(
        Initialiser.normal(deviation(width)), Initialiser.normal(deviation(innerWidth)));
  }

  /** Standard deviation of initial values: {@code spread} over the root of {@code fan}. */
  double deviation(double fan) {
    return spread / Math.sqrt(fan);
  }
}
