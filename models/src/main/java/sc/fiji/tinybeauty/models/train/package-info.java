/**
 * Training of TinyBeauty styles from pairs of a bare and a made-up picture of
 * the same face: augmentation, loss, optimiser, resume, validation, and the
 * pairs that a make-up recipe renders.
 */
package sc.fiji.tinybeauty.models.train;
