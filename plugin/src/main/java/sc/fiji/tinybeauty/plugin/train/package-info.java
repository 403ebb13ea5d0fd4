/** A training as ImageJ shows it. */
package sc.fiji.tinybeauty.plugin.train;
