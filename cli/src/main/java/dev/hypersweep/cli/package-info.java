/**
 * The command line: a REST client like any other, and the parent of the processes that {@code up}
 * and {@code demo} start. Standard output carries the answer, standard error everything else.
 */
package dev.hypersweep.cli;
