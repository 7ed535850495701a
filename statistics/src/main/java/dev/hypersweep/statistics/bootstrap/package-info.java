/** The bootstrap and its intervals. */
package dev.hypersweep.statistics.bootstrap;
