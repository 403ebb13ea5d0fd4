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
		final int w = (x1 - x0 + block - 1) / block;
		final int h = (y1 - y0 + block - 1) / block;
		final float[] blocks = blocks(photo, x0, y0, x1, y1, block);
		final Similarity toBlocks = new Similarity(1.0 / block, 0, -x0 /
			(double) block, -y0 / (double) block).after(cropToPhoto);
		final double[] frame = border == Border.REPLICATE ? null : new double[] {
			-x0 / (double) block, -y0 / (double) block, (photo.width() - x0) /
				(double) block, (photo.height() - y0) / (double) block };
		sample(new BilinearSampler(blocks, w, h), toBlocks, samples, frame, target);
	}

	private static int edge(final int v, final int size) {
		return Math.min(size - 1, Math.max(0, v));
	}

	/** Averages over blocks; a block that sticks out repeats the last pixel. */
	private static float[] blocks(final RgbPlane photo, final int x0,
		final int y0, final int x1, final int y1, final int block)
	{
		final int n = x1 - x0;
		final int w = (n + block - 1) / block, h = (y1 - y0 + block - 1) / block;
		final float[] blocks = new float[3 * w * h];
		final float[] sums = new float[3 * n];
		final float[] last = new float[3 * n];
		for (int j = 0; j < h; j++) {
			final int y = y0 + j * block, rows = Math.min(block, y1 - y);
			if (block == 1) photo.read(x0, y, n, sums);
			else photo.sum(x0, y, n, rows, sums);
			if (rows < block) {
				photo.read(x0, y1 - 1, n, last);
				for (int i = 0; i < sums.length; i++)
					sums[i] += (block - rows) * last[i];
			}
			for (int c = 0; c < 3; c++)
				averageColumns(sums, c * n, n, block, blocks, (c * h + j) * w);
		}
		return blocks;
	}

	private static void averageColumns(final float[] sums, final int offset,
		final int n, final int block, final float[] blocks, final int to)
	{
		if (block == 1) {
			System.arraycopy(sums, offset, blocks, to, n);
			return;
		}
		final float unit = 1f / (block * block);
		final int whole = n / block;
		for (int i = 0; i < whole; i++) {
			float sum = 0;
			for (int k = 0; k < block; k++)
				sum += sums[offset + i * block + k];
			blocks[to + i] = sum * unit;
		}
		if (whole * block == n) return;
		float sum = 0;
		for (int k = whole * block; k < (whole + 1) * block; k++)
			sum += sums[offset + Math.min(n - 1, k)];
		blocks[to + whole] = sum * unit;
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
		for (int i = 0; i < n; i++) {
			final double sx = startX + i * t.a(), sy = startY + i * t.b();
			if (frame != null && (sx < frame[0] || sy < frame[1] || sx >= frame[2] ||
				sy >= frame[3])) continue;
			sampler.add((float) sx - 0.5f, (float) sy - 0.5f, line, i, n);
		}
	}
}
