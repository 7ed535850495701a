/**
 * Gates: which experts a token is sent to, with what weight, and what keeps their load even. Rows
 * are tokens: n of them, width d; N experts, k selected per token.
 */
package dev.hypersweep.trainer.moe.gate;
