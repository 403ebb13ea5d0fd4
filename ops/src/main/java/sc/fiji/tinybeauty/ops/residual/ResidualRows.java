package sc.fiji.tinybeauty.ops.residual;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.ops.geometry.Footprint;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.Luma;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Walks the rows of a photograph that faces touch, on all cores, and hands out
 * the sum of their upsampled residuals.
 */
final class ResidualRows {

	/** Rows that one task takes at a time. */
	private static final int CHUNK = 16;

	private final RgbPlane photo;
	private final List<PlacedResidual> faces;
	private final Footprint[] footprints;
	private final Similarity[] photoToGrid;

	ResidualRows(final RgbPlane photo, final List<PlacedResidual> faces) {
		this.photo = photo;
		this.faces = List.copyOf(faces);
		footprints = faces.stream().map(f -> f.footprint(photo.width(), photo
			.height())).toArray(Footprint[]::new);
		photoToGrid = faces.stream().map(f -> f.gridToPhoto().inverse()).toArray(
			Similarity[]::new);
	}

	/** Takes part of a row; called from several threads. */
	interface Sink {

		/**
		 * @param x first column
		 * @param y row
		 * @param n number of pixels
		 * @param rgb the photograph, three planes of n; may be overwritten
		 * @param sum the residual, three planes of n
		 */
		void accept(int x, int y, int n, float[] rgb, float[] sum);
	}

	/** The pixels from..to-1 of a row, touched by a face. */
	private record Span(int from, int to, int face) {}

	void forEach(final Sink sink) {
		final int top = Arrays.stream(footprints).mapToInt(Footprint::top).min()
			.orElse(0);
		final int bottom = Arrays.stream(footprints).mapToInt(Footprint::bottom)
			.max().orElse(0);
		final int chunks = (bottom - top + CHUNK - 1) / CHUNK;
		IntStream.range(0, chunks).parallel().forEach(chunk -> {
			final Buffers buffers = new Buffers();
			final int first = top + chunk * CHUNK;
			for (int y = first; y < Math.min(bottom, first + CHUNK); y++)
				row(y, buffers, sink);
		});
	}

	/** Faces whose spans overlap are added up before they are handed out. */
	private void row(final int y, final Buffers buffers, final Sink sink) {
		final Span[] spans = IntStream.range(0, footprints.length).filter(
			f -> y >= footprints[f].top() && y < footprints[f].bottom()).mapToObj(
				f -> new Span(footprints[f].from(y), footprints[f].to(y), f)).filter(
					s -> s.to > s.from).sorted(Comparator.comparingInt(Span::from))
			.toArray(Span[]::new);
		for (int start = 0; start < spans.length;) {
			int end = start, to = spans[start].to;
			while (end < spans.length && spans[end].from < to)
				to = Math.max(to, spans[end++].to);
			add(Arrays.copyOfRange(spans, start, end), to, y, buffers, sink);
			start = end;
		}
	}

	private void add(final Span[] spans, final int to, final int y,
		final Buffers buffers, final Sink sink)
	{
		final int x = spans[0].from, n = to - x;
		buffers.prepare(n);
		final float[] rgb = buffers.rgb;
		photo.read(x, y, n, rgb);
		for (int i = 0; i < n; i++)
			buffers.luma[i] = Luma.of(rgb[i], rgb[n + i], rgb[2 * n + i]);
		for (final Span s : spans)
			faces.get(s.face).residual().addRow(photoToGrid[s.face], s.from, y, s.to -
				s.from, buffers.luma, s.from - x, buffers.sum, n);
		sink.accept(x, y, n, rgb, buffers.sum);
	}

	/** Scratch of one task. */
	private static final class Buffers {

		private float[] rgb = {};
		private float[] sum = {};
		private float[] luma = {};

		private void prepare(final int n) {
			if (luma.length < n) {
				rgb = new float[3 * n];
				sum = new float[3 * n];
				luma = new float[n];
			}
			Arrays.fill(sum, 0, 3 * n, 0f);
		}
	}
}
