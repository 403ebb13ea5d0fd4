package sc.fiji.tinybeauty.ops.filter;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

/** Runs a filter of lines along X, then along Y, in every plane of an image. */
final class PlaneFilter {

	private PlaneFilter() {}

	/** Filters one line. */
	interface LineFilter {

		/** @param out receives the filtered line, of the target's length */
		void apply(float[] in, float[] out);
	}

	static void apply(final RandomAccessibleInterval<FloatType> in,
		final LineFilter alongX, final LineFilter alongY,
		final RandomAccessibleInterval<FloatType> out)
	{
		requirePlanes(in, out);
		final int w = (int) in.dimension(0), h = (int) in.dimension(1);
		final int tw = (int) out.dimension(0), th = (int) out.dimension(1);
		final float[] source = FloatImages.toArray(in);
		final int planes = source.length / (w * h);
		final float[] target = new float[tw * th * planes];
		for (int p = 0; p < planes; p++)
			plane(source, p * w * h, w, h, alongX, alongY, target, p * tw * th, tw, th);
		FloatImages.fill(target, out);
	}

	private static void requirePlanes(final RandomAccessibleInterval<FloatType> in,
		final RandomAccessibleInterval<FloatType> out)
	{
		boolean same = in.numDimensions() == out.numDimensions();
		for (int d = 2; same && d < in.numDimensions(); d++)
			same = in.dimension(d) == out.dimension(d);
		if (!same) throw new IllegalArgumentException(
			"Input and output of a filter need the same planes.");
	}

	/** A blur's output is as large as its input. */
	static void requireSameSize(final RandomAccessibleInterval<FloatType> in,
		final RandomAccessibleInterval<FloatType> out)
	{
		if (!Arrays.equals(in.dimensionsAsLongArray(), out
			.dimensionsAsLongArray())) throw new IllegalArgumentException(
				"Input and output of a blur need the same size.");
	}

	private static void plane(final float[] source, final int from, final int w,
		final int h, final LineFilter alongX, final LineFilter alongY,
		final float[] target, final int to, final int tw, final int th)
	{
		final float[] rows = new float[tw * h];
		float[] line = new float[w];
		float[] filtered = new float[tw];
		for (int y = 0; y < h; y++) {
			System.arraycopy(source, from + y * w, line, 0, w);
			alongX.apply(line, filtered);
			System.arraycopy(filtered, 0, rows, y * tw, tw);
		}
		line = new float[h];
		filtered = new float[th];
		for (int x = 0; x < tw; x++) {
			for (int y = 0; y < h; y++)
				line[y] = rows[y * tw + x];
			alongY.apply(line, filtered);
			for (int y = 0; y < th; y++)
				target[to + y * tw + x] = filtered[y];
		}
	}
}
