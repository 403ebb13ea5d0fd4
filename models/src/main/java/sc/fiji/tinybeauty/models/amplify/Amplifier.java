package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.amplify.ResidualBackbone.Target;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * The diffusion-based data amplifier (Jin et al. 2024, section on DDA): a few
 * retouched pairs in, as many made-up faces out as there are bare ones.
 * <p>
 * y = F(x) + lambda_m R_m + lambda_d (x - F(x)), R_m from a
 * {@link ResidualBackbone} and kept inside M_changed, so with lambda_d = 1 only
 * the make-up touches the photo. R_m is the mean of two runs, one of them seen in
 * the mirror, from different noise; their agreement is the sample's confidence.
 * The same seeds, settings and sample seed give the same bytes. Several threads
 * may call at a time.
 * </p>
 */
public final class Amplifier implements AutoCloseable {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	private static final int REGIONS = 3;

	private final ResidualBackbone backbone;
	private final Map<String, List<SeedPair>> styles;
	private final ChangedPlaces changed;
	private final Map<SeedPair, SeedPair> mirrors = new HashMap<>();

	private Amplifier(final ResidualBackbone backbone,
		final Map<String, List<SeedPair>> styles)
	{
		this.backbone = backbone;
		this.styles = new LinkedHashMap<>(styles);
		if (styles.isEmpty() || styles.values().stream().anyMatch(List::isEmpty))
			throw new IllegalArgumentException(
				"An amplifier needs at least one seed pair of every style.");
		for (final List<SeedPair> style : styles.values())
			for (final SeedPair seed : style)
				mirrors.put(seed, SeedJitter.mirror(seed));
		changed = new ChangedPlaces(styles.values().stream().map(style -> style
			.stream().map(ExemplarAlignment.Exemplar::of).toList()).toList());
	}

	/**
	 * @param prior the general prior or one that was fine-tuned on the seeds
	 * @param seeds one or more pairs of one style
	 * @param device where to run
	 * @return the amplifier; close it after use
	 * @throws IllegalArgumentException if there are no seeds
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	public static Amplifier open(final Prior prior, final List<SeedPair> seeds,
		final DeviceChoice device)
	{
		return open(prior, Map.of("style", List.copyOf(seeds)), device);
	}

	/**
	 * @param prior the general prior or one that was fine-tuned on the seeds
	 * @param styles pairs of every style by its name, the first style is the one
	 *          that regions without a choice follow
	 * @param device where to run
	 * @return the amplifier; close it after use
	 * @throws IllegalArgumentException if there are no seeds
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	public static Amplifier open(final Prior prior,
		final Map<String, List<SeedPair>> styles, final DeviceChoice device)
	{
		return open(CompactBackbone.open(prior, device), styles);
	}

	/**
	 * @param backbone any backbone; closed with the amplifier
	 * @param styles pairs of every style by its name
	 * @return the amplifier; close it after use
	 * @throws IllegalArgumentException if there are no seeds
	 */
	public static Amplifier open(final ResidualBackbone backbone,
		final Map<String, List<SeedPair>> styles)
	{
		try {
			return new Amplifier(backbone, styles);
		}
		catch (final IllegalArgumentException e) {
			backbone.close();
			throw e;
		}
	}

	/** @return name and version of the model, for records */
	public String backbone() {
		return backbone.name();
	}

	/**
	 * Makes up a face.
	 *
	 * @param bare its picture, 256 x 256, planar (X,Y,C), 0..1
	 * @param landmarks its mesh in crop coordinates
	 * @param settings settings
	 * @param sampleSeed seed of this sample, for instance its number; noise,
	 *          exemplars and shade follow from it and the settings' seed
	 * @return the made-up face
	 * @throws IllegalArgumentException if the picture has another size or the mix
	 *           names an unknown style
	 */
	public Amplified amplify(final float[] bare, final Landmarks landmarks,
		final AmplifierSettings settings, final long sampleSeed)
	{
		if (bare.length != 3 * PIXELS) throw new IllegalArgumentException(
			"The face to be made up needs " + N + " x " + N +
				" pixels and three channels.");
		final Variety variety = new Variety(settings, sampleSeed);
		final float[] partition = RegionMasks.partition(landmarks, N).update(null)
			.getCurrentStorageArray();
		final float[] masks = FaceMasks.of(landmarks, partition,
			ExemplarAlignment.Maps.target(landmarks), changed);
		final Target plain = new Target(bare, landmarks);
		final Target mirrored = new Target(SeedJitter.mirror(bare), landmarks
			.mirrored(N));
		final float[] one = new float[3 * PIXELS], other = new float[3 * PIXELS];
		final List<String> followed = new ArrayList<>();
		for (final String style : settings.mix().styles()) {
			final List<SeedPair> exemplars = variety.exemplars(seeds(style), bare,
				landmarks);
			final float[] share = share(settings.mix(), style, partition, masks);
			add(backbone.residual(plain, exemplars, settings.steps(), variety.noise()),
				share, one);
			add(SeedJitter.mirror(backbone.residual(mirrored, exemplars.stream().map(
				mirrors::get).toList(), settings.steps(), variety.noise())), share,
				other);
			exemplars.forEach(e -> followed.add(e.name()));
		}
		final double confidence = Composition.agreement(one, other);
		for (int i = 0; i < one.length; i++)
			one[i] = (float) (variety.shade() * 0.5 * (one[i] + other[i]));
		return new Amplified(Composition.compose(bare, one, settings.detail(),
			() -> backbone.unconditional(plain)), one, masks, followed, variety.shade(),
			confidence);
	}

	private List<SeedPair> seeds(final String style) {
		if (style.isEmpty()) return styles.values().iterator().next();
		final List<SeedPair> list = styles.get(style);
		if (list == null) throw new IllegalArgumentException(
			"There is no style \"" + style + "\": the seeds are of " + String.join(
				", ", styles.keySet()) + ".");
		return list;
	}

	/** M_changed where the regions follow a style, 0 elsewhere. */
	private static float[] share(final StyleMix mix, final String style,
		final float[] partition, final float[] masks)
	{
		final float[] share = new float[PIXELS];
		final boolean everywhere = mix.styles().size() == 1;
		for (int region = 0; region < REGIONS; region++) {
			final String here = mix.style(region) == null ? "" : mix.style(region);
			if (!here.equals(style)) continue;
			for (int i = 0; i < PIXELS; i++)
				share[i] += partition[region * PIXELS + i];
		}
		for (int i = 0; i < PIXELS; i++)
			share[i] = (everywhere ? 1 : share[i]) * masks[Amplified.CHANGED * PIXELS +
				i];
		return share;
	}

	private static void add(final float[] residual, final float[] share,
		final float[] sum)
	{
		for (int i = 0; i < sum.length; i++)
			sum[i] += share[i % PIXELS] * residual[i];
	}

	@Override
	public void close() {
		backbone.close();
	}
}
