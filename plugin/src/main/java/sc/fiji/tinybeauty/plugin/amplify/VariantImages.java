package sc.fiji.tinybeauty.plugin.amplify;

import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ColorProcessor;
import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.amplify.Amplified;
import sc.fiji.tinybeauty.models.pairs.DatasetAmplifier.Variants;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.residual.PlacedResidual;
import sc.fiji.tinybeauty.ops.residual.ResidualCompositing;
import sc.fiji.tinybeauty.plugin.image.HyperstackBuilder;
import sc.fiji.tinybeauty.plugin.image.ImageCopies;
import sc.fiji.tinybeauty.plugin.image.Photo;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;
import sc.fiji.tinybeauty.plugin.layer.MakeupLayer;

/** Puts the variants of a face back onto its image, at full resolution. */
public final class VariantImages {

	private final ImagePlus image;
	private final PhotoStack photos;
	private final int current;
	private final Photo photo;

	/** @param image its photograph that is shown just now counts */
	public VariantImages(final ImagePlus image) {
		this.image = image;
		photos = new PhotoStack(image);
		current = photos.current();
		photo = photos.get(current);
	}

	/** @return the photograph */
	public Photo photo() {
		return photo;
	}

	/**
	 * @param title title of the result
	 * @param variants the variants
	 * @return 24-bit colours; channel 1 is the bare photograph, channel 2 the
	 *         made-up one, every frame a variant
	 */
	public ImagePlus hyperstack(final String title, final Variants variants) {
		final HyperstackBuilder builder = new HyperstackBuilder(image);
		final int n = variants.variants().size();
		for (int i = 0; i < n; i++) {
			builder.add("bare", colours(photo.rgb()));
			builder.add(label(variants.variants().get(i), i), colours(made(variants,
				i)));
		}
		final ImagePlus stack = builder.build(title, 2, 1, n);
		stack.setPosition(2, 1, 1);
		return stack;
	}

	/**
	 * @param title title of the result
	 * @param variants the variants
	 * @return a copy of the image with a layer per variant, of which only the first
	 *         is opaque
	 */
	public ImagePlus layers(final String title, final Variants variants) {
		final ImagePlus copy = ImageCopies.copy(image, title);
		final Overlay overlay = copy.getOverlay() == null ? new Overlay() : copy
			.getOverlay();
		for (int i = 0; i < variants.variants().size(); i++) {
			final ImageRoi layer = MakeupLayer.between("variant " + (i + 1), photo.rgb(),
				made(variants, i), photo.width());
			if (layer == null) continue;
			if (i > 0) layer.setOpacity(0);
			photos.position(current).place(layer, image);
			overlay.add(layer);
		}
		copy.setOverlay(overlay);
		return copy;
	}

	private static String label(final Amplified variant, final int i) {
		return String.format(Locale.ROOT,
			"variant %d: shade %.2f, confidence %.2f, exemplars %s", i + 1, variant
				.shade(), variant.confidence(), String.join(" ", variant.exemplars()));
	}

	private ColorProcessor colours(final int[] rgb) {
		return new ColorProcessor(photo.width(), photo.height(), rgb);
	}

	/** The whole change counts, smoothed or sharpened skin too. */
	private int[] made(final Variants variants, final int i) {
		final float[] bare = InterleavedRgb.planar(variants.bare()), change = variants
			.variants().get(i).made().clone();
		for (int k = 0; k < bare.length; k++)
			change[k] -= bare[k];
		final Photo made = new Photo(colours(photo.rgb()));
		final long n = variants.size();
		ResidualCompositing.composite(photo.plane(), List.of(PlacedResidual.of(
			ArrayImgs.floats(bare, n, n, 3), ArrayImgs.floats(change, n, n, 3), variants
				.cropToPhoto())), made.plane());
		return made.rgb();
	}
}
