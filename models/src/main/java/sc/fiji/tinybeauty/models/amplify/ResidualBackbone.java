package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A generative model behind the amplifier: the compact RDM
 * ({@link CompactBackbone}), or a large one, such as a latent diffusion model
 * with low-rank adapters on a graphics processor. It answers two questions about
 * a face x: what the make-up of some exemplars adds to it, R_m = F(x, c) - F(x),
 * and how it looks without a condition, F(x). The amplifier does the rest, y =
 * F(x) + lambda_m R_m + lambda_d (x - F(x)), mask guidance included, so a
 * backbone never paints the final picture.
 * <p>
 * Contract. All pictures are 256 x 256, planar (X,Y,C), sRGB-encoded 0..1, in
 * the framing of {@link sc.fiji.tinybeauty.ops.face.FaceCrop}; residuals are
 * differences of such pictures.
 * </p>
 * <ol>
 * <li>Results are finite and of the length of a picture; residuals lie within
 * -1..1, pictures within 0..1.</li>
 * <li>A result depends on the arguments alone, bit by bit, not on earlier calls:
 * the same seed gives the same bytes on the same machine and device. Another seed
 * may give another residual.</li>
 * <li>Arguments are not changed, and results are the caller's own.</li>
 * <li>Several threads may call at a time.</li>
 * <li>Without exemplars, or with fewer than one step, an
 * {@link IllegalArgumentException} is thrown.</li>
 * <li>What was loaded is freed by {@link #close()}.</li>
 * </ol>
 */
public interface ResidualBackbone extends AutoCloseable {

	/**
	 * A bare face to be made up.
	 *
	 * @param bare its picture
	 * @param landmarks its mesh in crop coordinates
	 */
	record Target(float[] bare, Landmarks landmarks) {}

	/** @return name and version, for the records of the pairs made with it */
	String name();

	/**
	 * The make-up residual R_m.
	 *
	 * @param target whom to make up
	 * @param exemplars one or more people with the make-up
	 * @param steps steps of sampling, 1 or more
	 * @param seed seed of the noise
	 * @return R_m at full strength
	 */
	float[] residual(Target target, List<SeedPair> exemplars, int steps,
		long seed);

	/**
	 * The unconditional picture F(x), whose difference to x counts as detail.
	 *
	 * @param target a face
	 * @return F(x)
	 */
	float[] unconditional(Target target);

	@Override
	void close();
}
