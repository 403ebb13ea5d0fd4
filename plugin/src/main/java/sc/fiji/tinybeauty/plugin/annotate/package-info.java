/** Annotating faces in a window: what is shown, what the keys do, what is asked. */
package sc.fiji.tinybeauty.plugin.annotate;
