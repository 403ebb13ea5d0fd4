/** The sample photograph, for those who have none at hand. */
package sc.fiji.tinybeauty.examples.sample;
