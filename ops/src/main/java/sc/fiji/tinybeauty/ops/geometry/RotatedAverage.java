package sc.fiji.tinybeauty.ops.geometry;

import java.util.Arrays;

import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Crops at any angle: the photograph is first averaged over square blocks until
 * a crop pixel is at most three blocks wide, then up to 3 x 3 bilinear samples
 * cover each crop pixel.
 */
final class RotatedAverage {

	private static final double BLOCKS_PER_PIXEL = 3;

	private RotatedAverage() {}

	static void crop(final RgbPlane photo, final Similarity cropToPhoto,
		final Border border, final RgbPlane target)
	{
		final double scale = cropToPhoto.scale();
		final int block = Math.max(1, (int) Math.ceil(scale / BLOCKS_PER_PIXEL -
			1e-9));
		final int samples = (int) Math.max(1, Math.min(BLOCKS_PER_PIXEL, Math.ceil(
			scale / block - 1e-9)));
		final Footprint box = new Footprint(cropToPhoto, target.width(), target
			.height(), photo.width(), photo.height());
		final int x0 = edge(box.left() - 2, photo.width());
		final int y0 = edge(box.top() - 2, photo.height());
		final int x1 = Math.min(photo.width(), Math.max(x0 + 1, box.right() + 2));
		final int y1 = Math.min(photo.height(), Math.max(y0 + 1, box.bottom() + 2));
		final BilinearSampler blocks = block == 1 ? part(photo, x0, y0, x1, y1)
			: blocks(photo, x0, y0, x1, y1, block);
		final Similarity toBlocks = new Similarity(1.0 / block, 0, -x0 /
			(double) block, -y0 / (double) block).after(cropToPhoto);
		final double[] frame = border == Border.REPLICATE ? null : new double[] {
			-x0 / (double) block, -y0 / (double) block, (photo.width() - x0) /
				(double) block, (photo.height() - y0) / (double) block };
		sample(blocks, toBlocks, samples, frame, target);
	}

	private static int edge(final int v, final int size) {
		return Math.min(size - 1, Math.max(0, v));
	}

	private static BilinearSampler part(final RgbPlane photo, final int x0,
		final int y0, final int x1, final int y1)
	{
		final int n = x1 - x0;
		final BilinearSampler part = new BilinearSampler(n, y1 - y0);
		final float[] row = new float[3 * n];
		for (int y = y0; y < y1; y++) {
			photo.read(x0, y, n, row);
			part.setRow(y - y0, row, n);
		}
		return part;
	}

	/** Averages over blocks; a block that sticks out repeats the last pixel. */
	private static BilinearSampler blocks(final RgbPlane photo, final int x0,
		final int y0, final int x1, final int y1, final int block)
	{
		final int n = (x1 - x0) / block, whole = (y1 - y0) / block;
		final BilinearSampler blocks = new BilinearSampler((x1 - x0 + block - 1) /
			block, (y1 - y0 + block - 1) / block);
		final float[] row = new float[3 * n];
		for (int j = 0; j < whole; j++) {
			photo.average(x0, y0 + j * block, block, n, row);
			blocks.setRow(j, row, n);
		}
		for (int j = 0; j < blocks.height(); j++)
			for (int i = j < whole ? n : 0; i < blocks.width(); i++)
				setPartial(photo, x0 + i * block, y0 + j * block, x1, y1, block, blocks,
					i, j);
		return blocks;
	}

	private static void setPartial(final RgbPlane photo, final int x,
		final int y, final int x1, final int y1, final int block,
		final BilinearSampler blocks, final int i, final int j)
	{
		final int n = Math.min(block, x1 - x);
		final float[] row = new float[3 * n];
		final float[] mean = new float[3];
		for (int v = 0; v < block; v++) {
			photo.read(x, Math.min(y1 - 1, y + v), n, row);
			for (int u = 0; u < block; u++)
				for (int c = 0; c < 3; c++)
					mean[c] += row[c * n + Math.min(n - 1, u)] / (block * block);
		}
		blocks.set(i, j, mean[0], mean[1], mean[2]);
	}

	/** @param frame the photograph in block coordinates if it ends in black */
	private static void sample(final BilinearSampler sampler,
		final Similarity toBlocks, final int samples, final double[] frame,
		final RgbPlane target)
	{
		final int n = target.width();
		final float[] line = new float[3 * n];
		final float unit = 1f / (samples * samples);
		for (int j = 0; j < target.height(); j++) {
			Arrays.fill(line, 0f);
			for (int v = 0; v < samples; v++)
				for (int u = 0; u < samples; u++)
					addLine(sampler, toBlocks, (u + 0.5) / samples, j + (v + 0.5) /
						samples, frame, line, n);
			for (int i = 0; i < line.length; i++)
				line[i] *= unit;
			target.write(0, j, n, line);
		}
	}

	private static void addLine(final BilinearSampler sampler, final Similarity t,
		final double x, final double y, final double[] frame, final float[] line,
		final int n)
	{
		final double startX = t.x(x, y), startY = t.y(x, y);
		int from = 0, to = n;
		if (frame != null) {
			final double[] u = inside(startX, t.a(), frame[0], frame[2]);
			final double[] v = inside(startY, t.b(), frame[1], frame[3]);
			from = (int) Math.min(n, Math.max(0, Math.ceil(Math.max(u[0], v[0]))));
			to = (int) Math.min(n, Math.max(0, Math.ceil(Math.min(u[1], v[1]))));
		}
		sampler.addLine(startX - 0.5, startY - 0.5, t.a(), t.b(), from, to, line,
			n);
	}

	/** Which i have low <= start + slope * i < high. */
	private static double[] inside(final double start, final double slope,
		final double low, final double high)
	{
		final double p = (low - start) / slope, q = (high - start) / slope;
		if (Math.abs(slope) > 1e-12) return new double[] { Math.min(p, q), Math.max(
			p, q) };
		return start >= low && start < high ? new double[] {
			Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY } : new double[] { 0,
				0 };
	}
}
