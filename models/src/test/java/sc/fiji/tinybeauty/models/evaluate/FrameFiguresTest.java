package sc.fiji.tinybeauty.models.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.color.CieLab;
import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.metric.ColorDifference;

/** Pictures whose figures can be worked out by hand. */
class FrameFiguresTest {

	private static final int N = 16;

	/** A grey left half and a grey right half. */
	private static Img<FloatType> halves(final float left, final float right) {
		final float[] v = new float[3 * N * N];
		for (int i = 0; i < v.length; i++)
			v[i] = i % N < N / 2 ? left : right;
		return ArrayImgs.floats(v, N, N, 3);
	}

	private static Figures measure(final Img<FloatType> bare,
		final Img<FloatType> truth, final Img<FloatType> result)
	{
		return FrameFigures.measure(bare, truth, result, Optional.empty());
	}

	@Test
	void figuresOfAHalfMadeUpPicture() {
		final Figures f = measure(halves(0.5f, 0.5f), halves(0.7f, 0.5f), halves(
			0.6f, 0.51f));
		assertEquals(-10 * Math.log10(0.02), f.get(Figure.IDLE), 1e-4);
		assertEquals(-10 * Math.log10(0.00505), f.get(Figure.PSNR), 1e-4);
		assertEquals(f.get(Figure.PSNR) - f.get(Figure.IDLE), f.get(Figure.GAIN),
			1e-12);
		assertEquals(20, f.get(Figure.PSNR_INSIDE), 1e-4);
		assertEquals(2.55, f.get(Figure.DRIFT), 1e-4);
		assertEquals(255 * 0.055, f.get(Figure.CHANGE), 1e-4);
		assertTrue(Double.isNaN(f.get(Figure.LIPS)));
		assertTrue(Double.isNaN(f.get(Figure.FLICKER)));
	}

	@Test
	void theMaskBeginsAboveFourPercent() {
		assertTrue(Double.isNaN(measure(halves(0.5f, 0.5f), halves(0.539f, 0.5f),
			halves(0.5f, 0.5f)).get(Figure.PSNR_INSIDE)));
		assertEquals(-20 * Math.log10(0.041), measure(halves(0.5f, 0.5f), halves(
			0.541f, 0.5f), halves(0.5f, 0.5f)).get(Figure.PSNR_INSIDE), 1e-3);
	}

	@Test
	void equalPicturesArePerfectAndFinite() {
		final Figures f = measure(halves(0.5f, 0.5f), halves(0.7f, 0.5f), halves(
			0.7f, 0.5f));
		assertEquals(80, f.get(Figure.PSNR), 0);
		assertEquals(80, f.get(Figure.PSNR_INSIDE), 0);
		assertEquals(0, f.get(Figure.DRIFT), 0);
		assertEquals(1, f.get(Figure.SSIM), 1e-6);
	}

	@Test
	void withoutTruthOnlyTheChangeIsMeasured() {
		final Figures f = measure(halves(0.5f, 0.5f), null, halves(0.6f, 0.5f));
		assertEquals(12.75, f.get(Figure.CHANGE), 1e-4);
		assertTrue(Double.isNaN(f.get(Figure.PSNR)) && Double.isNaN(f.get(
			Figure.DRIFT)));
	}

	@Test
	void lipColourCountsOnTheLipsOnly() {
		final float[] truth = new float[3 * N * N], result = truth.clone();
		for (int y = 0; y < N; y++)
			for (int x = 0; x < N; x++) {
				final boolean disc = Math.hypot(x + 0.5 - 8, y + 0.5 - 8) < 5;
				truth[y * N + x] = disc ? 0.8f : 0;
				result[y * N + x] = disc ? 0.7f : 1;
			}
		final double[] p = new double[3], q = new double[3];
		CieLab.fromSrgb(0.8f, 0, 0, p);
		CieLab.fromSrgb(0.7f, 0, 0, q);
		final Img<FloatType> t = ArrayImgs.floats(truth, N, N, 3);
		assertEquals(ColorDifference.ciede2000(p, q), FrameFigures.measure(t, t,
			ArrayImgs.floats(result, N, N, 3), Optional.of(roundLips())).get(
				Figure.LIPS), 1e-6);
	}

	/** Lips on a circle of radius 3 around the middle, mouth closed. */
	private static Landmarks roundLips() {
		final float[] xy = new float[2 * Landmarks.COUNT];
		for (final int i : FaceMesh478.lipsInner())
			xy[2 * i] = xy[2 * i + 1] = 8;
		final int[] outer = FaceMesh478.lipsOuter();
		for (int k = 0; k < outer.length; k++) {
			xy[2 * outer[k]] = (float) (8 + 3 * Math.cos(2 * Math.PI * k /
				outer.length));
			xy[2 * outer[k] + 1] = (float) (8 + 3 * Math.sin(2 * Math.PI * k /
				outer.length));
		}
		return new Landmarks(xy);
	}

	@Test
	void flickerIsTheChangeOfTheError() {
		final Flicker flicker = new Flicker();
		flicker.add(halves(0.5f, 0.5f), halves(0.5f, 0.5f));
		flicker.add(halves(0.7f, 0.7f), halves(0.6f, 0.7f));
		flicker.add(halves(0.4f, 0.3f), halves(0.3f, 0.3f));
		assertEquals(255 * 0.05 / 2, flicker.addTo(new Figures(Map.of())).get(
			Figure.FLICKER), 1e-4);
	}

	@Test
	void meansLeaveOutWhatWasNotMeasurable() {
		final Figures mean = Figures.mean(List.of(new Figures(Map.of(Figure.PSNR,
			30.0, Figure.LIPS, 2.0)), new Figures(Map.of(Figure.PSNR, 40.0))));
		assertEquals(35, mean.get(Figure.PSNR), 0);
		assertEquals(2, mean.get(Figure.LIPS), 0);
	}
}
