package sc.fiji.tinybeauty.models.face.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.Gson;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Command line that writes the landmarks of a folder of aligned crops as JSON:
 * {@code {"a.jpg": [[x, y], ... 478 points], ...}}, in pixels of a crop of 256
 * pixels, whatever the pictures' size.
 */
public final class ExportLandmarks {

	private ExportLandmarks() {}

	/**
	 * @param args the folder of pictures and the JSON file to write
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String... args) throws IOException {
		if (args.length != 2) throw new IllegalArgumentException(
			"Give two arguments: a folder of aligned crops and the JSON file to write.");
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.AUTO)) {
			final Map<String, double[][]> landmarks = of(finder, Path.of(args[0]));
			AtomicFile.write(Path.of(args[1]), new Gson().toJson(landmarks).getBytes(
				StandardCharsets.UTF_8));
		}
	}

	/**
	 * @param finder finds the landmarks
	 * @param folder a folder of aligned crops
	 * @return x, y of 478 points by file name, 256-px crop coordinates, rounded to
	 *         hundredths
	 * @throws IOException if a picture cannot be read
	 */
	public static Map<String, double[][]> of(final FaceFinder finder,
		final Path folder) throws IOException
	{
		final Map<String, double[][]> landmarks = new TreeMap<>();
		for (final Path file : PictureFiles.list(folder)) {
			final RgbPlane photo = PictureFiles.read(file);
			final Landmarks face = finder.precise(photo).landmarks()
				.transform(Similarity.squareTo(FaceCrop.SIZE / 2.0, FaceCrop.SIZE / 2.0, FaceCrop.SIZE, 0,
					photo.width()));
			final double[][] points = new double[Landmarks.COUNT][];
			for (int i = 0; i < points.length; i++)
				points[i] = new double[] { Math.round(100 * face.x(i)) / 100.0, Math
					.round(100 * face.y(i)) / 100.0 };
			landmarks.put(file.getFileName().toString(), points);
		}
		return landmarks;
	}
}
