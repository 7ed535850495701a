/** From a text of a stranger to a bounded tree of nodes that know their place. */
package dev.hypersweep.source;
