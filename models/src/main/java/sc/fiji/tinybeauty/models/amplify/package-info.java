/**
 * The diffusion-based data amplifier (DDA): a conditional diffusion model of the
 * make-up residual (RDM), its conditioning on exemplars (FGMM), the training of
 * its prior on random make-up, and its fine-tuning on seeds. The door is
 * {@link sc.fiji.tinybeauty.models.amplify.Amplifier}.
 */
package sc.fiji.tinybeauty.models.amplify;
