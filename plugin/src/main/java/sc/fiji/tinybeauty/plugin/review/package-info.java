/** Looking through pair data sets and marking bad pairs. */
package sc.fiji.tinybeauty.plugin.review;
