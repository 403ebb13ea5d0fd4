/**
 * Pair data sets on disk: aligned pictures without and with make-up, what is
 * known of each pair, how they are made from seeds, and how they are reviewed.
 */
package sc.fiji.tinybeauty.models.pairs;
