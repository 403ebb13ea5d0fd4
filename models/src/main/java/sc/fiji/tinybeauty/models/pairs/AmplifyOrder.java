package sc.fiji.tinybeauty.models.pairs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import sc.fiji.tinybeauty.models.amplify.AmplifierSettings;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.StyleMix;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;

/**
 * What to amplify.
 *
 * @param seeds folder of the 1 to 50 pairs to follow
 * @param mix further folders of pairs for single regions: {@code lips},
 *          {@code eyes}, {@code skin}; empty for one style everywhere
 * @param faces folder of photographs; folders within it are not entered; null if
 *          only variants of one picture are wanted
 * @param out empty or new folder for the pairs, or that of an interrupted run;
 *          null likewise
 * @param count number of pairs to make; the seeds come on top
 * @param settings shade, detail, steps, variety, seed; their mix is replaced by
 *          this order's
 * @param finetune whether to tune the prior on the seeds
 * @param device where to run the networks
 * @param prior file of another prior than the shipped one, or null
 */
public record AmplifyOrder(Path seeds, Map<String, Path> mix, Path faces,
	Path out, int count, AmplifierSettings settings, FineTuning.Mode finetune,
	DeviceChoice device, Path prior)
{

	/** Regions that may follow other seeds. */
	public static final Set<String> REGIONS = Set.of("lips", "eyes", "skin");

	/** Largest number of pairs. */
	public static final int MOST = 999_999;

	/** @throws IllegalArgumentException if the number or a region is wrong */
	public AmplifyOrder {
		Objects.requireNonNull(seeds, "seeds");
		mix = Map.copyOf(mix);
		if (!REGIONS.containsAll(mix.keySet())) throw new IllegalArgumentException(
			"The regions of a mix are lips, eyes and skin, not " + mix.keySet() + ".");
		if (count < 1 || count > MOST) throw new IllegalArgumentException(
			"The number of pairs lies between 1 and " + MOST + ", not at " + count +
				".");
		settings = settings.withMix(new StyleMix(mix.containsKey("lips") ? "lips"
			: null, mix.containsKey("eyes") ? "eyes" : null, mix.containsKey("skin")
				? "skin" : null));
	}

	/** @return an order with standard settings, fine-tuning as it helps */
	public static AmplifyOrder of(final Path seeds, final Path faces,
		final Path out, final int count)
	{
		return new AmplifyOrder(seeds, Map.of(), faces, out, count, AmplifierSettings
			.standard(), FineTuning.Mode.AUTO, DeviceChoice.AUTO, null);
	}

	/**
	 * @return whether the seeds join the set, as annotated pairs: if the amplified
	 *         ones are to look like them
	 */
	public boolean keepsSeeds() {
		return mix.isEmpty() && settings.shade() == 1 && settings.detail() == 1;
	}

	/** @return the same order with other settings */
	public AmplifyOrder with(final AmplifierSettings other) {
		return new AmplifyOrder(seeds, mix, faces, out, count, other, finetune,
			device, prior);
	}

	/** @return the same order with or without fine-tuning */
	public AmplifyOrder with(final FineTuning.Mode other) {
		return new AmplifyOrder(seeds, mix, faces, out, count, settings, other,
			device, prior);
	}

	/** @return the same order with another prior */
	public AmplifyOrder withPrior(final Path file) {
		return new AmplifyOrder(seeds, mix, faces, out, count, settings, finetune,
			device, file);
	}
}
