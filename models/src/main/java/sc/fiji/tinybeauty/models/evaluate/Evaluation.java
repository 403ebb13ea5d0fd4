package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Judges make-up: compares results with the pictures they were made from and,
 * if there is one, with the truth. What is measured: {@link Figure}. Every
 * figure of a group is the mean of per-picture values.
 */
public final class Evaluation implements AutoCloseable {

	private final FaceFinder finder;
	private final PictureFeatures features;

	private Evaluation(final FaceFinder finder, final PictureFeatures features) {
		this.finder = finder;
		this.features = features;
	}

	/**
	 * Loads the networks.
	 *
	 * @param device where to run them
	 * @return the evaluation; close it after use
	 * @throws IllegalStateException if there is no engine, or not the wanted device
	 */
	public static Evaluation open(final DeviceChoice device) {
		return new Evaluation(FaceFinder.open(device), new PictureFeatures(TorchEngine
			.device(device)));
	}

	/**
	 * Measures folders. A picture that cannot be measured gets a row with the
	 * reason and does not stop the others. Bare and true pictures without a result
	 * are left out.
	 *
	 * @param order the folders
	 * @param reader reads their files
	 * @param listener is told of every picture
	 * @return a row per result
	 * @throws IOException with one sentence if a folder or the table of groups
	 *           cannot be read
	 * @throws IllegalArgumentException if there is no result
	 * @throws CancellationException if the listener said so
	 */
	public EvaluationReport run(final EvaluationOrder order,
		final FrameReader reader, final EvaluationListener listener)
		throws IOException
	{
		final Map<String, String> groups = PictureGroups.read(order.groups());
		final Map<String, Path> bare = PictureFiles.of(order.bare(), reader);
		final Map<String, Path> truth = order.truth() == null ? null : PictureFiles
			.of(order.truth(), reader);
		final Map<String, Path> results = PictureFiles.of(order.result(), reader);
		if (results.isEmpty()) throw new IllegalArgumentException("\"" + order
			.result() + "\" holds no pictures; give the folder of results.");
		final List<EvaluationRow> rows = new ArrayList<>();
		for (final Map.Entry<String, Path> result : results.entrySet()) {
			final String base = result.getKey(), name = result.getValue().getFileName()
				.toString();
			if (!listener.next(rows.size(), results.size(), name))
				throw new CancellationException(
					"Evaluate was cancelled; no table was written.");
			final String group = groups.getOrDefault(base, "");
			try {
				final Path trueFile = truth == null ? null : partner(truth, base, order
					.truth());
				rows.add(measure(name, group, reader.read(partner(bare, base, order
					.bare())), trueFile == null ? null : reader.read(trueFile), reader.read(
						result.getValue())));
			}
			catch (final IOException | IllegalArgumentException e) {
				rows.add(EvaluationRow.failed(name, group, e.getMessage()));
			}
		}
		return EvaluationReport.of(rows);
	}

	private static Path partner(final Map<String, Path> files, final String base,
		final Path folder) throws IOException
	{
		final Path file = files.get(base);
		if (file == null) throw new IOException("\"" + folder +
			"\" holds no picture named \"" + base + "\"; add it or remove the result.");
		return file;
	}

	/**
	 * Measures one picture or stack.
	 *
	 * @param name what to call it
	 * @param group its group, empty for none
	 * @param bare without make-up
	 * @param truth with the wanted make-up, or null
	 * @param result to be judged
	 * @return the row
	 * @throws IllegalArgumentException if sizes or numbers of frames differ
	 */
	public EvaluationRow measure(final String name, final String group,
		final Frames bare, final Frames truth, final Frames result)
	{
		final int n = result.size();
		if (bare.size() != n || truth != null && truth.size() != n)
			throw new IllegalArgumentException("The pictures named \"" + name +
				"\" have different numbers of frames; make them equal.");
		final List<Figures> frames = new ArrayList<>();
		final List<PooledFeatures> pooled = new ArrayList<>();
		final Flicker flicker = new Flicker();
		for (int i = 0; i < n; i++) {
			final RandomAccessibleInterval<FloatType> b = bare.get(i), r = result.get(
				i), t = truth == null ? null : truth.get(i);
			final Optional<Face> face = finder.find(RgbPlanes.tensor(b), Search.NORMAL,
				null).stream().findFirst();
			final Map<Figure, Double> values = new EnumMap<>(Figure.class);
			values.putAll(FrameFigures.measure(b, t, r, face.map(Face::landmarks))
				.values());
			pooled.add(features.measure(b, t, r, face, values));
			frames.add(new Figures(values));
			flicker.add(r, t == null ? b : t);
		}
		return new EvaluationRow(name, group, n, flicker.addTo(Figures.mean(frames)),
			PooledFeatures.mean(pooled), "");
	}

	@Override
	public void close() {
		finder.close();
		features.close();
	}
}
