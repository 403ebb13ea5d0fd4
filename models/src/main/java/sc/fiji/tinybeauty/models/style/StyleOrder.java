package sc.fiji.tinybeauty.models.style;

import java.nio.file.Path;
import java.util.Objects;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;

/**
 * Which style to train from what. Start from {@link #of} and change what
 * differs.
 *
 * @param pairs folder of pairs, see
 *          {@link sc.fiji.tinybeauty.models.pairs.PairSet}
 * @param faces folder of bare faces onto which the pairs' make-up is warped by
 *          landmarks for further pairs, or null
 * @param seeds folder of the real pairs from which {@code pairs} were amplified;
 *          they judge the style and do not teach it; null if there is none
 * @param name name of the style, as users choose it
 * @param out the {@code .safetensors} file to write; card, curve and sheet come
 *          beside it
 * @param minutes time for everything; the schedule is planned to end in it
 * @param steps number of steps whatever the time, or 0 to plan by
 *          {@link #minutes}
 * @param batch examples per step
 * @param seed seed of everything random
 * @param from name or file of the style whose weights to begin with,
 *          {@value #AUTO} for a shipped one, {@value #RANDOM} for random ones
 * @param holdOut whether pairs are held out, on which the best weights are
 *          chosen; otherwise the last weights count
 * @param listed whether the style joins those that users choose from
 * @param device where to train
 */
public record StyleOrder(Path pairs, Path faces, Path seeds, String name,
	Path out, double minutes, int steps, int batch, long seed, String from,
	boolean holdOut, boolean listed, DeviceChoice device)
{

	/** Begin with the weights of the first shipped style of the present network. */
	public static final String AUTO = "auto";

	/** Begin with random weights. */
	public static final String RANDOM = "random";

	/** @throws IllegalArgumentException if a value is out of its range */
	public StyleOrder {
		Objects.requireNonNull(pairs, "pairs");
		if (!(minutes > 0 && minutes <= 100_000)) throw new IllegalArgumentException(
			"The time for training must be positive, not " + minutes + " minutes.");
		if (steps < 0 || batch < 1) throw new IllegalArgumentException(
			"A training needs at least one step and one example per step.");
		if (!out.toString().endsWith(Style.WEIGHTS))
			throw new IllegalArgumentException("\"" + out +
				"\" cannot hold a style; give a file that ends in " + Style.WEIGHTS + ".");
		Style.requireName(name);
		if (Styles.shipped().contains(name)) throw new IllegalArgumentException(
			"\"" + name + "\" is a shipped style; give yours another name.");
	}

	/**
	 * @param pairs folder of pairs
	 * @param name name of the style
	 * @param out file to write, or null for the user's own folder of styles
	 * @return 30 minutes, batches of 16, seed 1, from a shipped style, on the
	 *         processor
	 */
	public static StyleOrder of(final Path pairs, final String name,
		final Path out)
	{
		return new StyleOrder(pairs, null, null, name, out == null ? Styles.folder()
			.resolve(name + Style.WEIGHTS) : out, 30, 0, 16, 1, AUTO, true,
			true, DeviceChoice.CPU);
	}

	/** @return the same with bare faces */
	public StyleOrder withFaces(final Path value) {
		return new StyleOrder(pairs, value, seeds, name, out, minutes, steps, batch, seed,
			from, holdOut, listed, device);
	}

	/** @return the same with real pairs that only judge */
	public StyleOrder withSeeds(final Path value) {
		return new StyleOrder(pairs, faces, value, name, out, minutes, steps, batch,
			seed, from, holdOut, listed, device);
	}

	/** @return the same in another time */
	public StyleOrder withMinutes(final double value) {
		return new StyleOrder(pairs, faces, seeds, name, out, value, 0, batch, seed, from,
			holdOut, listed, device);
	}

	/** @return the same with a fixed number of steps and of examples per step */
	public StyleOrder withSteps(final int value, final int perStep) {
		return new StyleOrder(pairs, faces, seeds, name, out, minutes, value, perStep, seed,
			from, holdOut, listed, device);
	}

	/** @return the same with another seed */
	public StyleOrder withSeed(final long value) {
		return new StyleOrder(pairs, faces, seeds, name, out, minutes, steps, batch, value,
			from, holdOut, listed, device);
	}

	/** @return the same from other weights */
	public StyleOrder withFrom(final String value) {
		return new StyleOrder(pairs, faces, seeds, name, out, minutes, steps, batch, seed,
			value, holdOut, listed, device);
	}

	/** @return the same with or without held-out pairs */
	public StyleOrder withHoldOut(final boolean value) {
		return new StyleOrder(pairs, faces, seeds, name, out, minutes, steps, batch, seed,
			from, value, listed, device);
	}

	/** @return the same, listed for users or not */
	public StyleOrder withListed(final boolean value) {
		return new StyleOrder(pairs, faces, seeds, name, out, minutes, steps, batch, seed,
			from, holdOut, value, device);
	}

	/** @return the file's name without its ending */
	String stem() {
		final String file = out.getFileName().toString();
		return file.substring(0, file.length() - Style.WEIGHTS.length());
	}

	/** @return a file beside {@link #out} */
	Path beside(final String ending) {
		return out.toAbsolutePath().resolveSibling(stem() + ending);
	}
}
