package sc.fiji.tinybeauty.models.annotate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;

/**
 * What is to be annotated, and where the pairs go.
 *
 * @param faces a folder of bare photographs, or one photograph; only read
 * @param retouched a folder of retouched pictures of the same base names, or one
 *          picture; null if none are imported
 * @param out folder of the pair data set; made if need be
 * @param recipe name or file of the recipe that new faces begin with
 * @param size largest side of the face crops, one of {@link #SIZES}; faces that
 *          are smaller in their photograph get 256
 * @param licence terms of the photographs that no {@code manifest.csv} names
 * @param consent consent, likewise
 * @param replace whether an import replaces pairs that are there already
 * @param device where faces are searched
 */
public record AnnotateOrder(Path faces, Path retouched, Path out,
	String recipe, int size, String licence, String consent, boolean replace,
	DeviceChoice device)
{

	/** Sides of face crops, pixels. */
	public static final List<Integer> SIZES = List.of(256, 512, 1024);

	/** @throws IllegalArgumentException with one sentence if a value is missing or wrong */
	public AnnotateOrder {
		if (faces == null) throw new IllegalArgumentException(
			"Give faces=DIR, a folder of bare photographs.");
		if (out == null) throw new IllegalArgumentException(
			"Give out=DIR, a folder for the pairs.");
		if (!SIZES.contains(size)) throw new IllegalArgumentException("A size of " +
			size + " is not offered; use one of " + SIZES + ".");
		Objects.requireNonNull(recipe, "recipe");
		licence = Objects.requireNonNullElse(licence, "").strip();
		consent = Objects.requireNonNullElse(consent, "").strip();
		Objects.requireNonNull(device, "device");
	}

	/** @return an order with usual values that begins with the recipe "natural" */
	public static AnnotateOrder of(final Path faces, final Path out) {
		return new AnnotateOrder(faces, null, out, "natural", 512, "", "", false,
			DeviceChoice.AUTO);
	}

	/** @return the same with pictures to import */
	public AnnotateOrder importing(final Path pictures, final boolean replacing) {
		return new AnnotateOrder(faces, pictures, out, recipe, size, licence, consent,
			replacing, device);
	}

	/** @return the same with terms and consent */
	public AnnotateOrder withRights(final String newLicence,
		final String newConsent)
	{
		return new AnnotateOrder(faces, retouched, out, recipe, size, newLicence,
			newConsent, replace, device);
	}
}
