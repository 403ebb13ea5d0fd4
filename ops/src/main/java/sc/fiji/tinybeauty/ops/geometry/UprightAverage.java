package sc.fiji.tinybeauty.ops.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** The exact average over each pixel's area, for crops that are not rotated. */
final class UprightAverage {

	private final RgbPlane photo;
	private final RgbPlane target;
	private final CoverageWeights columns;
	private final CoverageWeights rows;
	private final float[] mean;
	private final float[] part;
	private final float[] shared;
	private int sharedRow = -1;

	/** Rows of the result that one thread makes at a time. */
	private static final int BAND = 32;

	/** Averages in bands of rows, on all cores. */
	static void crop(final RgbPlane photo, final Similarity cropToPhoto,
		final Border border, final RgbPlane target)
	{
		final int h = target.height();
		IntStream.range(0, (h + BAND - 1) / BAND).parallel().forEach(
			b -> new UprightAverage(photo, cropToPhoto, border, target).run(b * BAND,
				Math.min(h, (b + 1) * BAND)));
	}

	private UprightAverage(final RgbPlane photo, final Similarity cropToPhoto,
		final Border border, final RgbPlane target)
	{
		this.photo = photo;
		this.target = target;
		columns = new CoverageWeights(cropToPhoto.tx(), cropToPhoto.a(), target
			.width(), photo.width(), border);
		rows = new CoverageWeights(cropToPhoto.ty(), cropToPhoto.a(), target
			.height(), photo.height(), border);
		mean = new float[3 * columns.extent()];
		part = new float[3 * columns.extent()];
		shared = new float[3 * columns.extent()];
	}

	private void run(final int from, final int to) {
		final float[] line = new float[3 * target.width()];
		for (int j = from; j < to; j++) {
			averageRows(j);
			averageColumns(line);
			target.write(0, j, target.width(), line);
		}
	}

	private void averageRows(final int j) {
		Arrays.fill(mean, 0f);
		final int end = rows.start(j) + rows.count(j);
		for (int y = rows.start(j); y < end;) {
			final float weight = rows.weight(j, y);
			int run = 1;
			while (y + run < end && rows.weight(j, y + run) == weight)
				run++;
			final float[] values = run == 1 ? row(y) : part;
			if (run > 1) photo.sum(columns.first(), y, columns.extent(), run, part);
			for (int i = 0; i < mean.length; i++)
				mean[i] += weight * values[i];
			y += run;
		}
	}

	/** A single row: mostly one that two target rows share. */
	private float[] row(final int y) {
		if (y != sharedRow) photo.read(columns.first(), y, columns.extent(), shared);
		sharedRow = y;
		return shared;
	}

	private void averageColumns(final float[] line) {
		final int n = target.width(), extent = columns.extent();
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				line[c * n + i] = columns.apply(i, mean, c * extent);
	}
}
