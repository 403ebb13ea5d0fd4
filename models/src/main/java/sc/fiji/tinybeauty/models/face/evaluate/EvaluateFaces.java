package sc.fiji.tinybeauty.models.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Command line that measures the face finder on aligned crops: how many are
 * found; agreement with outlines drawn by hand; recall by size and by rotation
 * of faces pasted into a larger picture; false alarms in pictures without faces.
 */
public final class EvaluateFaces {

	private static final int WIDTH = 1600, HEIGHT = 1200;

	private final FaceFinder finder;
	private final PrintStream out;
	private final Path folder;
	private final List<Path> files = new ArrayList<>();

	private final List<RgbPlane> backgrounds = LongStream.range(0, 3).mapToObj(
		seed -> Scenes.faceless(Scenes.Kind.CLOUDS, WIDTH, HEIGHT, seed)).toList();

	private EvaluateFaces(final FaceFinder finder, final Path folder,
		final int count, final PrintStream out) throws IOException
	{
		this.finder = finder;
		this.folder = folder;
		this.out = out;
		final List<Path> all = PictureFiles.list(folder.resolve("images"));
		for (int i = 0; i < Math.min(count, all.size()); i++)
			files.add(all.get((int) ((long) i * all.size() / Math.min(count, all
				.size()))));
	}

	/**
	 * @param args a folder with {@code images/} (aligned square crops) and, if
	 *          there, {@code hand_landmarks189.json}; and how many of the pictures
	 *          to take, evenly spread (default 100)
	 * @throws IOException if a file cannot be read
	 */
	public static void main(final String... args) throws IOException {
		if (args.length < 1 || args.length > 2) throw new IllegalArgumentException(
			"Give a folder that holds images/, and how many of them to take.");
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.AUTO)) {
			new EvaluateFaces(finder, Path.of(args[0]), args.length == 2 ? Integer
				.parseInt(args[1]) : 100, System.out).run();
		}
	}

	private void run() throws IOException {
		crops();
		outlines(false);
		outlines(true);
		sizes();
		rotations();
		faceless();
	}

	private void print(final String format, final Object... values) {
		out.println(String.format(Locale.ROOT, format, values));
		out.flush();
	}

	private void crops() throws IOException {
		int one = 0, more = 0;
		for (final Path file : files) {
			final int n = finder.find(PictureFiles.read(file), Search.NORMAL, null)
				.size();
			if (n > 0) one++;
			if (n > 1) more++;
		}
		print("crops: found %d of %d, more than one face in %d", one, files.size(),
			more);
	}

	private void outlines(final boolean precise) throws IOException {
		final Path hand = folder.resolve("hand_landmarks189.json");
		if (!Files.exists(hand)) return;
		final Map<String, double[][]> drawn = new TreeMap<>(new Gson().fromJson(Files
			.readString(hand), new TypeToken<Map<String, double[][]>>() {}));
		final List<Double> lips = new ArrayList<>(), eyes = new ArrayList<>();
		for (final Map.Entry<String, double[][]> e : drawn.entrySet()) {
			final Path large = folder.resolve("images512").resolve(e.getKey());
			final RgbPlane photo = PictureFiles.read(Files.exists(large) ? large
				: folder.resolve("images").resolve(e.getKey()));
			final List<Face> faces = finder.find(photo, Search.NORMAL, null);
			if (faces.isEmpty()) continue;
			final Face found = precise ? finder.precise(photo, faces.get(0)) : faces
				.get(0);
			final Landmarks face = found.landmarks().transform(Similarity.squareTo(128,
				128, 256, 0, photo.width()));
			lips.add(OutlineScore.lips(face, e.getValue()));
			eyes.add(OutlineScore.eyes(face, e.getValue()));
		}
		print("hand outlines (%d of %d faces, %s): lips %.3f (5 %% of faces below %.2f), eyes %.3f",
			lips.size(), drawn.size(), precise ? "mean of views" : "one view",
			mean(lips), lips.stream().sorted().toList().get(
				lips.size() / 20), mean(eyes));
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
	}

	private void sizes() throws IOException {
		for (final double percent : new double[] { 4, 5, 7, 10, 15, 20, 30, 50 })
			print("face of %.0f %% of the longer side, normal: %s", percent, pasted(
				percent / 100 * WIDTH, 0, Search.NORMAL));
		print("face of 48 px in %d x %d, thorough: %s", WIDTH, HEIGHT, pasted(48, 0,
			Search.THOROUGH));
		print("face of 48 px turned by 135 degrees, thorough: %s", pasted(48, 135,
			Search.THOROUGH));
	}

	private void rotations() throws IOException {
		for (int degrees = 0; degrees <= 180; degrees += 15)
			print("face of 15 %% turned by %d degrees, normal: %s", degrees, pasted(
				0.15 * WIDTH, degrees, Search.NORMAL));
	}

	/** Pastes each face into a cloudy picture and looks for it there. */
	private String pasted(final double size, final double degrees,
		final Search search) throws IOException
	{
		int found = 0, known = 0, more = 0;
		double error = 0;
		for (int i = 0; i < files.size(); i++) {
			final RgbPlane crop = PictureFiles.read(files.get(i));
			final Landmarks face = finder.whole(crop).landmarks();
			final double[] box = face.bounds();
			final double side = size / Math.max(box[2], box[3]) * crop.width();
			final double angle = Math.toRadians(i % 2 == 0 ? degrees : -degrees);
			final Similarity toPhoto = Similarity.squareTo(WIDTH * (0.35 + 0.03 * (i %
				11)), HEIGHT * (0.4 + 0.03 * (i % 7)), side, angle, crop.width());
			final RgbPlane photo = Scenes.copy(backgrounds.get(i % backgrounds
				.size()));
			Scenes.paste(crop, toPhoto, photo);
			final Landmarks truth = face.transform(toPhoto);
			final List<Face> faces = finder.find(photo, search, null);
			known++;
			if (faces.size() > 1) more++;
			final double best = faces.stream().mapToDouble(f -> distance(f.landmarks(),
				truth) / size).min().orElse(1);
			if (best > 0.2) continue;
			found++;
			error += best;
		}
		return String.format(Locale.ROOT,
			"found %d of %d, mean error %.2f %% of the face, pictures with more faces %d",
			found, known, 100 * error / Math.max(1, found), more);
	}

	private static double distance(final Landmarks a, final Landmarks b) {
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += Math.hypot(a.x(i) - b.x(i), a.y(i) - b.y(i));
		return sum / Landmarks.COUNT;
	}

	private void faceless() {
		final int n = 10;
		for (final Search search : Search.values())
			for (final Scenes.Kind kind : Scenes.Kind.values()) {
				final int[] faces = new int[n];
				Arrays.setAll(faces, i -> finder.find(Scenes.faceless(kind, 800, 600,
					100 + i), search, null).size());
				print("no face, %s, %s: %d false alarms in %d pictures", kind.name()
					.toLowerCase(Locale.ROOT), search, Arrays.stream(faces).sum(), n);
			}
	}
}
