/** Results of the data amplifier as images and tables. */
package sc.fiji.tinybeauty.plugin.amplify;
