/**
 * Experts: feed-forward networks, each of which works on the tokens that are routed to it. Rows are
 * assignments of tokens to experts: n k of them, brought together by expert.
 */
package dev.hypersweep.trainer.moe.expert;
