package sc.fiji.tinybeauty.plugin.makeup;

import java.awt.Color;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.HyperstackBuilder;
import sc.fiji.tinybeauty.plugin.image.ImageCopies;
import sc.fiji.tinybeauty.plugin.image.OverlayCopy;
import sc.fiji.tinybeauty.plugin.image.Photo;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;

/** Collects the photographs of one image, made up, and builds the result. */
final class ResultImages {

	private static final Color[] PRIMARIES = { Color.RED, Color.GREEN,
		Color.BLUE };
	/** Make-up seldom changes a colour by more than this share. */
	private static final double RESIDUAL_RANGE = 0.25;

	private final ImagePlus image;
	private final PhotoStack photos;
	private final Maker maker;
	private final Strengths strengths;
	private final OutputKind kind;
	private final HyperstackBuilder builder;
	private final Overlay layers = new Overlay();
	private final LUT[] luts = new LUT[6];
	/** Slices of one z position that wait until its bare ones are complete. */
	private final HyperstackPair pair;

	ResultImages(final ImagePlus image, final PhotoStack photos,
		final Maker maker, final Strengths strengths, final OutputKind kind)
	{
		this.image = image;
		this.photos = photos;
		this.maker = maker;
		this.strengths = strengths;
		this.kind = kind;
		builder = new HyperstackBuilder(image);
		pair = new HyperstackPair(builder, photos.channels());
	}

	/** Adds photograph {@code i} of the image with what is to change in it. */
	void add(final int i, final Photo photo, final List<FaceResidual> faces) {
		switch (kind) {
			case OVERLAY -> new LayerStack(maker, strengths).draw(photo, faces)
				.forEach(layer -> addLayer(i, layer));
			case IMAGE -> builder.add(photos.labels(i), made(photo, faces).slices());
			case CHANNELS -> addChannels(i, photo, made(photo, faces));
			case SLICES -> pair.add(photos.label(i), photo.slices(), made(photo,
				faces).slices());
			case RESIDUAL -> builder.add(photos.label(i), residual(photo, faces));
		}
	}

	/** @return the result */
	ImagePlus build() {
		final String title = image.getTitle();
		final int z = image.getNSlices(), t = image.getNFrames();
		final int c = photos.channels();
		final boolean three = photos.threeChannels();
		return switch (kind) {
			case OVERLAY -> withLayers(ImageCopies.copy(image, title));
			case IMAGE -> three ? ImageCopies.finish(builder, image, title)
				: withOverlay(builder.build(title, c, z, t), 1);
			case CHANNELS -> withOverlay(makeupShown(builder.composite(title, c * z,
				t, luts)), 1);
			case SLICES -> withOverlay(three ? builder.composite(title, 2 * z, t,
				photoLuts()) : builder.build(title, c, 2 * z, t), 2);
			case RESIDUAL -> withOverlay(builder.composite(title, c * z, t,
				residualLuts()), 1);
		};
	}

	private Photo made(final Photo photo, final List<FaceResidual> faces) {
		final Photo made = photo.copy();
		if (!faces.isEmpty()) maker.composite(photo.plane(), faces, strengths, made
			.plane());
		made.keepUntouched(photo);
		return made;
	}

	private void addLayer(final int i, final ImageRoi layer) {
		photos.position(i).place(layer, image);
		layers.add(layer);
	}

	private ImagePlus withLayers(final ImagePlus copy) {
		final Overlay all = copy.getOverlay() == null ? new Overlay() : copy
			.getOverlay();
		for (int i = 0; i < layers.size(); i++)
			all.add(layers.get(i));
		copy.setOverlay(all);
		return copy;
	}

	private void addChannels(final int i, final Photo bare, final Photo made) {
		for (final Photo photo : List.of(bare, made)) {
			final String label = photo == bare ? "original" : "makeup";
			final ImageProcessor[] channels = photo.channels();
			builder.add(HyperstackPair.label(label, photos.label(i)), channels);
			final LUT[] own = photo.luts(PRIMARIES);
			System.arraycopy(own, 0, luts, photo == bare ? 0 : 3, 3);
		}
	}

	private static ImagePlus makeupShown(final ImagePlus channels) {
		final boolean[] active = ((CompositeImage) channels).getActiveChannels();
		for (int c = 0; c < 3; c++)
			active[c] = false;
		channels.setC(4);
		return channels;
	}

	private ImageProcessor[] residual(final Photo photo,
		final List<FaceResidual> faces)
	{
		final int w = photo.width(), h = photo.height();
		final ImageProcessor[] channels = new ImageProcessor[3];
		final RandomAccessibleInterval<FloatType> added = faces.isEmpty() ? null
			: maker.residualImage(photo.plane(), faces, strengths);
		for (int c = 0; c < 3; c++) {
			final float[] pixels = new float[w * h];
			if (added != null) {
				int i = 0;
				for (final FloatType v : Views.flatIterable(Views.hyperSlice(added, 2,
					added.min(2) + c)))
					pixels[i++] = v.get();
			}
			channels[c] = new FloatProcessor(w, h, pixels);
		}
		return channels;
	}

	private ImagePlus withOverlay(final ImagePlus result, final int copies) {
		OverlayCopy.onto(image, result, copies);
		return result;
	}

	private LUT[] photoLuts() {
		return photos.get(0).luts(PRIMARIES);
	}

	private static LUT[] residualLuts() {
		final LUT[] luts = new LUT[3];
		for (int c = 0; c < 3; c++) {
			luts[c] = LUT.createLutFromColor(PRIMARIES[c]);
			luts[c].min = -RESIDUAL_RANGE;
			luts[c].max = RESIDUAL_RANGE;
		}
		return luts;
	}
}
