/**
 * A style of one's own: from a folder of pairs to a trained style that can be
 * chosen by name, in a given time.
 */
package sc.fiji.tinybeauty.models.style;
