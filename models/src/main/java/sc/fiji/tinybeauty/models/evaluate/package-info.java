/**
 * Quality of make-up, measured: {@link sc.fiji.tinybeauty.models.evaluate.Evaluation}
 * compares folders of results with bare and true pictures.
 */
package sc.fiji.tinybeauty.models.evaluate;
