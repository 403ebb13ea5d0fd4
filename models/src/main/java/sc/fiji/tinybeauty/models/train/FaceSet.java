package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A folder of aligned 256-pixel faces: {@code images/}, a table
 * {@code manifest.csv} with at least the columns
 * {@code file,split,source,licence,gender_est,tone}, and landmarks of every face
 * as JSON, {@code {"file": [[x, y], ... 478 points]}} in crop coordinates.
 */
public final class FaceSet {

	/**
	 * One face.
	 *
	 * @param file name inside {@code images/}
	 * @param validation whether it belongs to the validation split
	 * @param source where it comes from
	 * @param licence under which terms
	 * @param female whether listed as a woman
	 * @param tone skin tone group
	 * @param landmarks mesh in crop coordinates
	 */
	public record Entry(String file, boolean validation, String source,
		String licence, boolean female, String tone, Landmarks landmarks)
	{}

	private final Path folder;
	private final List<Entry> entries;

	private FaceSet(final Path folder, final List<Entry> entries) {
		this.folder = folder;
		this.entries = entries;
	}

	/**
	 * Reads table and landmarks; pictures are read on demand.
	 *
	 * @param folder the folder
	 * @param landmarksFile landmarks as JSON
	 * @throws IOException if a file is missing or not of this form
	 */
	public static FaceSet open(final Path folder, final Path landmarksFile)
		throws IOException
	{
		final Map<String, Landmarks> landmarks = readLandmarks(landmarksFile);
		final Path table = folder.resolve("manifest.csv");
		final List<String> lines = Files.readAllLines(table);
		final Map<String, Integer> column = new HashMap<>();
		for (final String name : lines.get(0).split(","))
			column.put(name, column.size());
		for (final String name : List.of("file", "split", "source", "licence",
			"gender_est", "tone"))
			if (!column.containsKey(name)) throw new IOException("The table " + table +
				" has no column " + name + ".");
		final List<Entry> entries = new ArrayList<>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cell = line.split(",", -1);
			final String file = cell[column.get("file")];
			if (!landmarks.containsKey(file)) continue;
			entries.add(new Entry(file, cell[column.get("split")].equals("val"),
				cell[column.get("source")], cell[column.get("licence")], cell[column
					.get("gender_est")].equals("female"), cell[column.get("tone")],
				landmarks.get(file)));
		}
		return new FaceSet(folder, entries);
	}

	private static Map<String, Landmarks> readLandmarks(final Path file)
		throws IOException
	{
		try (Reader reader = Files.newBufferedReader(file)) {
			final Map<String, float[][]> points = new Gson().fromJson(reader,
				new TypeToken<Map<String, float[][]>>()
				{}.getType());
			final Map<String, Landmarks> landmarks = new HashMap<>();
			points.forEach((name, p) -> {
				final float[] xy = new float[2 * p.length];
				for (int i = 0; i < p.length; i++)
					System.arraycopy(p[i], 0, xy, 2 * i, 2);
				landmarks.put(name, new Landmarks(xy));
			});
			return landmarks;
		}
		catch (final JsonParseException | IllegalArgumentException e) {
			throw new IOException("The landmarks in " + file +
				" cannot be read: use {\"file\": [[x, y], ... 478 points]}.", e);
		}
	}

	/** @return all faces that have landmarks, in the table's order */
	public List<Entry> entries() {
		return entries;
	}

	/**
	 * @return the picture of a face, 8-bit interleaved RGB, 256 x 256
	 * @throws IOException if it cannot be read or has another size
	 */
	public byte[] pixels(final Entry entry) throws IOException {
		final Path file = folder.resolve("images").resolve(entry.file());
		final BufferedImage image = ImageIO.read(file.toFile());
		final int n = FaceCrop.SIZE;
		if (image == null || image.getWidth() != n || image.getHeight() != n)
			throw new IOException("The picture " + file + " is not an image of " + n +
				" x " + n + " pixels; crop it like the others.");
		final int[] argb = image.getRGB(0, 0, n, n, null, 0, n);
		final byte[] rgb = new byte[3 * argb.length];
		for (int i = 0; i < argb.length; i++) {
			rgb[3 * i] = (byte) (argb[i] >> 16);
			rgb[3 * i + 1] = (byte) (argb[i] >> 8);
			rgb[3 * i + 2] = (byte) argb[i];
		}
		return rgb;
	}
}
