package sc.fiji.tinybeauty.models.face.evaluate;

import java.util.Arrays;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Pictures without a face, and pictures with one of chosen size and rotation. */
final class Scenes {

	private Scenes() {}

	/** Kinds of pictures without a face. */
	enum Kind {
		/** One colour. */
		PLAIN,
		/** Each pixel by chance. */
		NOISE,
		/** Soft clouds of colour, coarse and fine. */
		CLOUDS,
		/** Clouds of the colours of skin. */
		SKIN
	}

	/**
	 * @param kind what to show
	 * @param w width, pixels
	 * @param h height, pixels
	 * @param seed same seed, same picture
	 * @return a picture without a face
	 */
	static RgbPlane faceless(final Kind kind, final int w, final int h,
		final long seed)
	{
		final Random random = new Random(seed);
		final float[] values = new float[3 * w * h];
		final float[] base = kind == Kind.SKIN ? new float[] { 0.75f, 0.55f, 0.45f }
			: new float[] { random.nextFloat(), random.nextFloat(), random
				.nextFloat() };
		for (int c = 0; c < 3; c++)
			Arrays.fill(values, c * w * h, (c + 1) * w * h, base[c]);
		if (kind == Kind.NOISE) for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		if (kind == Kind.CLOUDS || kind == Kind.SKIN) for (double cell = w /
			3.0; cell > 3; cell /= 2)
			addClouds(values, w, h, cell, kind == Kind.SKIN ? 0.12 : 0.3, random);
		final Img<FloatType> image = FloatImages.create(w, h, 3);
		for (int i = 0; i < values.length; i++)
			values[i] = Math.min(1, Math.max(0, values[i]));
		FloatImages.fill(values, image);
		return RgbPlanes.tensor(image);
	}

	/** Adds bilinear noise of one cell size. */
	private static void addClouds(final float[] values, final int w, final int h,
		final double cell, final double amplitude, final Random random)
	{
		final int cols = (int) (w / cell) + 2, rows = (int) (h / cell) + 2;
		for (int c = 0; c < 3; c++) {
			final double[] grid = random.doubles((long) cols * rows, -0.5, 0.5)
				.toArray();
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final int gx = (int) (x / cell), gy = (int) (y / cell), g = gy *
						cols + gx;
					final double fx = x / cell - gx, fy = y / cell - gy;
					values[(c * h + y) * w + x] += amplitude * ((1 - fy) * ((1 - fx) *
						grid[g] + fx * grid[g + 1]) + fy * ((1 - fx) * grid[g + cols] +
							fx * grid[g + cols + 1]));
				}
		}
	}

	/** @return a copy of a picture */
	static RgbPlane copy(final RgbPlane photo) {
		final Img<FloatType> image = FloatImages.create(photo.width(), photo
			.height(), 3);
		FloatImages.copy(photo, 0, 0, image);
		return RgbPlanes.tensor(image);
	}

	/**
	 * Pastes the disc around a face into a picture.
	 *
	 * @param crop a square picture of a face
	 * @param cropToPhoto where to put it
	 * @param photo is written
	 */
	static void paste(final RgbPlane crop, final Similarity cropToPhoto,
		final RgbPlane photo)
	{
		final int side = crop.width();
		final double reach = side * cropToPhoto.scale() / 2;
		final double cx = cropToPhoto.x(side / 2.0, side / 2.0), cy = cropToPhoto.y(
			side / 2.0, side / 2.0);
		final int x0 = (int) Math.max(0, cx - reach), y0 = (int) Math.max(0, cy -
			reach);
		final int w = (int) Math.min(photo.width(), cx + reach) - x0;
		final int h = (int) Math.min(photo.height(), cy + reach) - y0;
		final Img<FloatType> moved = FloatImages.create(w, h, 3);
		Crops.crop(crop, cropToPhoto.inverse().after(new Similarity(1, 0, x0, y0)),
			moved);
		final RgbPlane source = RgbPlanes.tensor(moved);
		final float[] from = new float[3 * w], to = new float[3 * w];
		for (int y = 0; y < h; y++) {
			source.read(0, y, w, from);
			photo.read(x0, y0 + y, w, to);
			for (int x = 0; x < w; x++) {
				final double r = Math.hypot(x0 + x + 0.5 - cx, y0 + y + 0.5 - cy) /
					reach;
				final float mix = (float) Math.min(1, Math.max(0, 10 * (1 - r)));
				for (int i = x; i < 3 * w; i += w)
					to[i] += mix * (from[i] - to[i]);
			}
			photo.write(x0, y0 + y, w, to);
		}
	}
}
