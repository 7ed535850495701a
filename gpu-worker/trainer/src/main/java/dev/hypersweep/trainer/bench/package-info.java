/**
 * {@code bench train}: how long a training step and a forward pass take, for models built from the
 * classes that runs train. Each model lives in a process of its own and all take turns, so that
 * what else the machine does meets them alike; where a Python with PyTorch is found, the same
 * models stand beside ours there, and count only after both sides' losses have been compared.
 */
package dev.hypersweep.trainer.bench;
