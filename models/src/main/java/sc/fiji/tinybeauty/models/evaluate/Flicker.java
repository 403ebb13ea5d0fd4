package sc.fiji.tinybeauty.models.evaluate;

import java.util.EnumMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

/** How much a difference of two films changes from frame to frame. */
final class Flicker {

	private float[] before;
	private double sum;
	private int steps;

	/** Adds the next frame of both films, of one size. */
	void add(final RandomAccessibleInterval<FloatType> result,
		final RandomAccessibleInterval<FloatType> reference)
	{
		final float[] now = FloatImages.toArray(result);
		final float[] other = FloatImages.toArray(reference);
		for (int i = 0; i < now.length; i++)
			now[i] -= other[i];
		if (before != null && before.length == now.length) {
			double change = 0;
			for (int i = 0; i < now.length; i++)
				change += Math.abs(now[i] - before[i]);
			sum += 255 * change / now.length;
			steps++;
		}
		before = now;
	}

	/** @return the figures with the mean change, of 255, if there were two frames */
	Figures addTo(final Figures figures) {
		if (steps == 0) return figures;
		final Map<Figure, Double> values = new EnumMap<>(Figure.class);
		values.putAll(figures.values());
		values.put(Figure.FLICKER, sum / steps);
		return new Figures(values);
	}
}
