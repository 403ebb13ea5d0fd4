package sc.fiji.tinybeauty.models.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.evaluate.Figures;
import sc.fiji.tinybeauty.models.evaluate.FrameFigures;
import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.style.MadePairs;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/**
 * Measures a way to make up the judges' faces, as Evaluate does it with pictures
 * of 8 bits, and keeps a line per picture and a sheet to look at.
 */
final class Judgement {

	private static final int N = FaceCrop.SIZE, SHOWN = 8, COLUMNS = 3;

	private final Look look;
	private final List<Figures> each = new ArrayList<>();
	private final BufferedImage sheet;

	private Judgement(final Look look) {
		this.look = look;
		sheet = new BufferedImage(COLUMNS * N, N * Math.min(SHOWN, look.judges()
			.size()), BufferedImage.TYPE_INT_RGB);
	}

	/** Makes up and measures every judge. */
	static Judgement of(final Look look, final MadePairs.Maker maker) {
		final Judgement judgement = new Judgement(look);
		for (int i = 0; i < look.judges().size(); i++)
			judgement.add(i, look.judges().get(i), maker);
		return judgement;
	}

	/** Makes up every judge with a style and measures it. */
	static Judgement of(final Look look, final Style style,
		final DeviceChoice device)
	{
		try (ResidualPredictor network = ResidualPredictor.open(style, device)) {
			return of(look, (bare, landmarks, index) -> {
				final float[] made = FloatImages.toArray(network.predict(ArrayImgs.floats(
					bare, N, N, 3)));
				for (int i = 0; i < bare.length; i++)
					made[i] += bare[i];
				return made;
			});
		}
	}

	private void add(final int index, final SeedPair judge,
		final MadePairs.Maker maker)
	{
		final byte[] made = InterleavedRgb.of(maker.make(judge.bare().clone(),
			judge.landmarks(), index));
		each.add(FrameFigures.measure(image(judge.bare()), image(judge.made()),
			image(InterleavedRgb.planar(made)), Optional.of(judge.landmarks())));
		if (index >= SHOWN) return;
		paste(InterleavedRgb.of(judge.bare()), 0, index);
		paste(InterleavedRgb.of(judge.made()), 1, index);
		paste(made, 2, index);
	}

	private static RandomAccessibleInterval<FloatType> image(
		final float[] planar)
	{
		return ArrayImgs.floats(planar, N, N, 3);
	}

	private void paste(final byte[] rgb, final int column, final int row) {
		for (int i = 0; i < N * N; i++)
			sheet.setRGB(column * N + i % N, row * N + i / N, (rgb[3 * i] & 255) << 16 |
				(rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255);
	}

	/** @return means over all judges by column */
	Map<String, Double> figures() {
		final Figures mean = Figures.mean(each);
		final Map<String, Double> figures = new LinkedHashMap<>();
		for (final Figure figure : Figure.values())
			if (!Double.isNaN(mean.get(figure))) figures.put(figure.column(), mean.get(
				figure));
		return figures;
	}

	/** @return mean gain by skin tone group */
	Map<String, Double> gainByTone() {
		final Map<String, List<Figures>> tones = new TreeMap<>();
		for (int i = 0; i < each.size(); i++)
			tones.computeIfAbsent(look.tones().get(i), t -> new ArrayList<>()).add(each
				.get(i));
		final Map<String, Double> gains = new TreeMap<>();
		tones.forEach((tone, figures) -> gains.put(tone, Figures.mean(figures).get(
			Figure.GAIN)));
		return gains;
	}

	/** Writes {@code NAME-pictures.csv} and {@code NAME-faces.png}. */
	void write(final Path folder, final String name) throws IOException {
		final StringBuilder csv = new StringBuilder("file,tone");
		for (final Figure figure : Figure.values())
			csv.append(',').append(figure.column());
		csv.append('\n');
		for (int i = 0; i < each.size(); i++) {
			csv.append(look.judges().get(i).name()).append(',').append(look.tones().get(
				i));
			for (final Figure figure : Figure.values())
				csv.append(',').append(Double.isNaN(each.get(i).get(figure)) ? "" : String
					.format(Locale.ROOT, "%.4f", each.get(i).get(figure)));
			csv.append('\n');
		}
		AtomicFile.write(folder.resolve(name + "-pictures.csv"), csv.toString()
			.getBytes(StandardCharsets.UTF_8));
		AtomicFile.writePng(folder.resolve(name + "-faces.png"), sheet);
	}
}
