package dev.hypersweep.trainer.model.switchtransformer;

import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.ModelConfig;
import dev.hypersweep.trainer.model.HyperConfiguration;
import dev.hypersweep.trainer.model.t5.T5Configuration;

/**
 * The numbers that make a Switch Transformer.
 *
 * @param base those of the T5 that it is made of
 * @param experts N
 * @param capacity tokens of a sequence that an expert has room for
 * @param encoderStep distance between sparse blocks of the encoder; 0 for none
 * @param decoderStep the same for the decoder
 * @param jitter of the router's input when training
 * @param z weight of the router z loss
 * @param balance weight of the load balancing loss
 * @param hyper the generated part; null without
 */
public record SwitchConfiguration(
    T5Configuration base,
    int experts,
    int capacity,
    int encoderStep,
    int decoderStep,
    double jitter,
    double z,
    double balance,
    HyperConfiguration hyper) {

  /**
   * Reads a {@code config.json} with {@code model_type} switch_transformers; with the authors'
   * additions if {@code use_hypernet} is true.
   *
   * @throws MalformedCheckpoint naming the field that is missing or not supported
   */
  public static SwitchConfiguration of(ModelConfig json) {
    json.only("model_type", "switch_transformers");
    json.only("router_bias", false);
    json.only("router_dtype", "float32");
    json.only("router_type", "tokens_masked");
    json.only("router_ignore_padding_tokens", false);
    json.only("is_gated_act", false);
    T5Configuration base = T5Configuration.encoderDecoder(json);
    if (base.gated()) {
      throw new MalformedCheckpoint(
          "config.json: feed_forward_proj is gated; experts of a Switch Transformer are not");
    }
    return new SwitchConfiguration(
        base,
        json.size("num_experts", 8),
        json.size("expert_capacity", 64),
        step(json, "encoder", base.encoderLayers()),
        step(json, "decoder", base.decoderLayers()),
        json.real("router_jitter_noise", 0.01),
        json.real("router_z_loss_coef", 0.001),
        json.real("router_aux_loss_coef", 0.001),
        json.flag("use_hypernet", false) ? HyperConfiguration.of(json) : null);
  }

  private static int step(ModelConfig json, String stack, int layers) {
    int sparse = json.whole("num_sparse_" + stack + "_layers", 3);
    return json.whole(stack + "_sparse_step", sparse > 0 ? layers / sparse : layers);
  }

  /**
   * Whether block {@code block} of a stack with that step has experts. With step 1 every block has
   * in today's library, and none in the release that the authors' code is built on.
   */
  boolean isSparse(int block, int step) {
    return step > 0 && (block % step == 1 || step == 1 && hyper == null);
  }

  /** The same with another dropout probability. */
  public SwitchConfiguration withDropout(double probability) {
    T5Configuration other = base.withDropout(probability);
    return new SwitchConfiguration(
        other, experts, capacity, encoderStep, decoderStep, jitter, z, balance, hyper);
  }

  /** The same without the generated part: the plain Switch Transformer of the same weights. */
  public SwitchConfiguration withoutHyper() {
    return new SwitchConfiguration(
        base, experts, capacity, encoderStep, decoderStep, jitter, z, balance, null);
  }
}
