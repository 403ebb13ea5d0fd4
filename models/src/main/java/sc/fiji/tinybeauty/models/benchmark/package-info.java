/**
 * The benchmark of data amplify learning: what a student learns from the same few
 * seeds, by way of several kinds of pairs.
 */
package sc.fiji.tinybeauty.models.benchmark;
