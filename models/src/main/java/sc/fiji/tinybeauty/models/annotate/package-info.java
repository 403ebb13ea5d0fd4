/**
 * Pairs made by hand: a face whose recipe is chosen region by region, corrections
 * painted on it, and retouched pictures from elsewhere.
 */
package sc.fiji.tinybeauty.models.annotate;
