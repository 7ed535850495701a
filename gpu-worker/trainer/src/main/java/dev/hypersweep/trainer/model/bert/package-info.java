/**
 * The BERT layout (Devlin et al. 2019) with Hugging Face's parameter names and settings: loads
 * their checkpoints, classifies and regresses.
 */
package dev.hypersweep.trainer.model.bert;
