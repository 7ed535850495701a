package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.moe.expert.Form;
import dev.hypersweep.trainer.moe.expert.MlpExperts;
import dev.hypersweep.trainer.nn.Parameters;

/**
 * What the experts of a layer look like, and what their parameters are called: {@code
 * <group><separator><expert>.<inner>.weight} and so on.
 *
 * @param separator between the group of experts and an expert's number
 * @param inner the layer that reads a token
 * @param outer the layer that writes the output
 * @param form of all experts
 */
public record ExpertLayout(String separator, String inner, String outer, Form form) {

  Experts experts(Parameters parameters, String group, int count) {
    MlpExperts.Names names = MlpExperts.Names.of(group + separator, inner, outer);
    return new MlpExperts(parameters, names, form, count);
  }
}
