package sc.fiji.tinybeauty.models.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.metric.ColorDifference;
import sc.fiji.tinybeauty.ops.metric.MakeupMask;
import sc.fiji.tinybeauty.ops.metric.MeanDifference;
import sc.fiji.tinybeauty.ops.metric.Psnr;
import sc.fiji.tinybeauty.ops.metric.Ssim;
import sc.fiji.tinybeauty.ops.region.Polygons;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** Measures one picture, or one frame of a stack, without any network. */
public final class FrameFigures {

	/** PSNR given to equal pictures, so that means stay finite. */
	static final double PERFECT = 80;

	/** SSIM needs a window of this many pixels. */
	private static final int SSIM_WINDOW = 11;

	private FrameFigures() {}

	/**
	 * @param bare axes X, Y, C, 0..1
	 * @param truth the same size, or null
	 * @param result the same size
	 * @param face landmarks of the bare picture's face
	 * @return what can be measured without features
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static Figures measure(final RandomAccessibleInterval<FloatType> bare,
		final RandomAccessibleInterval<FloatType> truth,
		final RandomAccessibleInterval<FloatType> result,
		final Optional<Landmarks> face)
	{
		final Map<Figure, Double> values = new EnumMap<>(Figure.class);
		final boolean ssim = Math.min(bare.dimension(0), bare.dimension(
			1)) >= SSIM_WINDOW;
		values.put(Figure.CHANGE, MeanDifference.of(result, bare, null));
		if (ssim) values.put(Figure.SSIM_BARE, Ssim.of(result, bare));
		if (truth == null) return new Figures(values);
		final double psnr = psnr(result, truth, null), idle = psnr(bare, truth,
			null);
		values.put(Figure.PSNR, psnr);
		values.put(Figure.IDLE, idle);
		values.put(Figure.GAIN, psnr - idle);
		values.put(Figure.PSNR_INSIDE, psnr(result, truth, MakeupMask.inside(bare,
			truth)));
		final var outside = MakeupMask.outside(bare, truth);
		values.put(Figure.DRIFT, MeanDifference.of(result, truth, outside));
		if (ssim) {
			values.put(Figure.SSIM, Ssim.of(result, truth));
			values.put(Figure.SSIM_OUTSIDE, Ssim.of(result, truth, outside));
		}
		face.ifPresent(f -> colours(f, result, truth, values));
		return new Figures(values);
	}

	private static double psnr(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		final double psnr = Psnr.of(a, b, mask);
		return psnr > PERFECT ? PERFECT : psnr;
	}

	private static void colours(final Landmarks face,
		final RandomAccessibleInterval<FloatType> result,
		final RandomAccessibleInterval<FloatType> truth,
		final Map<Figure, Double> values)
	{
		final int w = (int) result.dimension(0), h = (int) result.dimension(1);
		values.put(Figure.LIPS, ColorDifference.mean(result, truth, Polygons.fill(w,
			h, RegionMasks.lips(face), RegionMasks.mouth(face))));
		values.put(Figure.LIDS, ColorDifference.mean(result, truth, Polygons.fill(w,
			h, RegionMasks.lid(face, true), RegionMasks.lid(face, false))));
	}
}
