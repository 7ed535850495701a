/** What is wrong with a sweep, or done: findings in plain words with the numbers behind them. */
package dev.hypersweep.sweeps.health;
