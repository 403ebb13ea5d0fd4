package sc.fiji.tinybeauty.plugin.makeup;

import java.util.List;
import java.util.function.Function;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Stands in for networks where a test is about images, not faces: the middle of
 * every photograph that is not black is a "face" with three soft regions.
 */
public final class FakeMaker implements Maker, MakerSource {

	/** How often "the network" ran. */
	public int runs;
	/** How often make-up was put on. */
	public int composites;
	/** How long "the network" takes. */
	public int millis;

	private static final float[][] COLORS = { { 0.4f, -0.3f, -0.2f }, { -0.5f,
		-0.4f, 0.1f }, { 0.1f, 0.02f, -0.05f } };

	@Override
	public <T> T with(final String style, final DeviceChoice device,
		final Function<Maker, T> work)
	{
		if (style.equals("absent")) throw new IllegalArgumentException(
			"There is no style \"absent\".");
		return work.apply(this);
	}

	@Override
	public String style() {
		return "fake";
	}

	@Override
	public List<FaceResidual> residuals(final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi)
	{
		runs++;
		if (millis > 0) try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		final float[] row = new float[3 * photo.width()];
		photo.read(0, photo.height() / 2, photo.width(), row);
		float sum = 0;
		for (final float v : row)
			sum += v;
		return sum < 0.01f * row.length ? List.of() : List.of(face(photo));
	}

	@Override
	public List<FaceResidual> next(final boolean first, final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi)
	{
		return residuals(photo, faces, search, roi);
	}

	private static FaceResidual face(final RgbPlane photo) {
		final float[] xy = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			xy[2 * i] = photo.width() * (0.25f + 0.5f * (i % 22) / 21);
			xy[2 * i + 1] = photo.height() * (0.25f + 0.5f * (i / 22) / 21);
		}
		final Img<FloatType> none = ArrayImgs.floats(1, 1, 3);
		return new FaceResidual(Face.of(new Landmarks(xy), 0.9),
			Similarity.IDENTITY, none, none, none, 1.5, "cpu");
	}

	@Override
	public void composite(final RgbPlane photo, final List<FaceResidual> faces,
		final Strengths s, final RgbPlane result)
	{
		composites++;
		final int w = photo.width(), h = photo.height();
		final float[] row = new float[3 * w];
		for (int y = h / 4; y < h * 3 / 4; y++) {
			photo.read(0, y, w, row);
			for (int x = w / 4; x < w * 3 / 4; x++)
				for (int c = 0; c < 3; c++)
					row[c * w + x] += added((double) x / w, (double) y / h, c, s);
			result.write(0, y, w, row);
		}
	}

	/** What is added at a place (0..1) of the face. */
	static float added(final double x, final double y, final int c,
		final Strengths s)
	{
		final double lips = bump(x - 0.5, y - 0.65), eyes = bump(x - 0.5, y - 0.45) *
			(1 - lips), skin = 1 - lips - eyes;
		return (float) (s.overall() * (s.lips() * lips * COLORS[0][c] + s.eyes() *
			eyes * COLORS[1][c] + s.skin() * skin * COLORS[2][c]));
	}

	private static double bump(final double x, final double y) {
		return Math.max(0, Math.min(1, 2.5 - 20 * Math.hypot(x, y)));
	}

	@Override
	public RandomAccessibleInterval<FloatType> residualImage(
		final RgbPlane photo, final List<FaceResidual> faces, final Strengths s)
	{
		final int w = photo.width(), h = photo.height();
		final Img<FloatType> added = ArrayImgs.floats(w, h, 3);
		final RandomAccess<FloatType> pixel = added.randomAccess();
		net.imglib2.util.Intervals.positions(new FinalInterval(w, h, 3)).forEach(
			p -> {
				final boolean inside = p.getIntPosition(0) >= w / 4 && p.getIntPosition(
					0) < w * 3 / 4 && p.getIntPosition(1) >= h / 4 && p.getIntPosition(
						1) < h * 3 / 4;
				if (inside) pixel.setPositionAndGet(p).set(added((double) p
					.getIntPosition(0) / w, (double) p.getIntPosition(1) / h, p
						.getIntPosition(2), s));
			});
		return added;
	}
}
