/**
 * The diffusion-based data amplifier (DDA): a conditional diffusion model of the
 * make-up residual (RDM), its conditioning on exemplars (FGMM), and the training
 * of its prior on random make-up.
 */
package sc.fiji.tinybeauty.models.amplify;
