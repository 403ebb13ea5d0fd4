package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import sc.fiji.tinybeauty.models.evaluate.FrameReader;
import sc.fiji.tinybeauty.models.evaluate.Frames;
import sc.fiji.tinybeauty.models.train.FaceFilter;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Walks round and round through the faces of some photographs in a random but
 * fixed order. Photographs are read when their turn comes, so any number of them
 * takes the memory of one; what cannot be used is noted in the first round. Its
 * place can be kept in a file.
 */
final class FaceWalk {

	private final List<Path> files;
	private final FrameReader reader;
	private final FaceCutter cutter;
	private final List<Problem> problems = new ArrayList<>();
	private List<AlignedFace> current = List.of();
	private int visited;
	private int taken;

	/** What is kept in a file. */
	private record Place(int visited, int taken, List<Problem> problems) {}

	/**
	 * @param files photographs
	 * @param seed seed of the order
	 */
	FaceWalk(final List<Path> files, final FrameReader reader,
		final FaceCutter cutter, final long seed)
	{
		this.files = new ArrayList<>(files);
		Collections.shuffle(this.files, new Random(seed));
		this.reader = reader;
		this.cutter = cutter;
	}

	/** @return files that could not be used */
	List<Problem> problems() {
		return List.copyOf(problems);
	}

	/** @return whether every photograph was looked at */
	boolean roundDone() {
		return visited >= files.size();
	}

	/**
	 * @return the next face
	 * @throws IllegalArgumentException with one sentence if there is none
	 */
	AlignedFace next() {
		int empty = 0;
		while (taken >= current.size()) {
			if (empty++ > files.size()) throw new IllegalArgumentException(
				"None of the " + files.size() + " photographs has a usable face" +
					(problems.isEmpty() ? "" : ", the first one because: " + problems.get(0)
						.reason().replaceFirst("\\.$", "")) + "; give other ones.");
			current = faces(files.get(visited++ % files.size()));
			taken = 0;
		}
		return current.get(taken++);
	}

	private List<AlignedFace> faces(final Path file) {
		final String name = file.getFileName().toString();
		final List<AlignedFace> faces = new ArrayList<>();
		String flaw = "No face was found.";
		try {
			final Frames frames = reader.read(file);
			for (int i = 0; i < frames.size(); i++) {
				final RgbPlane photo = FaceCrops.plane(frames.get(i));
				for (final FaceCutter.Cut cut : cutter.cut(photo)) {
					final String source = faces.isEmpty() ? name : name + "#" + (faces
						.size() + 1);
					final AlignedFace face = FaceCrops.face(source, photo, cut, cutter);
					final String why = face == null ? null : FaceFilter.flaw(face.rgb(),
						FaceCrop.SIZE, face.landmarks());
					if (why != null) flaw = "The face is " + why + ".";
					else if (face != null) faces.add(face);
				}
			}
			if (faces.isEmpty()) note(new Problem(name, false, flaw));
		}
		catch (final IOException | RuntimeException e) {
			note(new Problem(name, true, e.getMessage() == null ? e.toString() : e
				.getMessage()));
		}
		return faces;
	}

	private void note(final Problem problem) {
		if (visited <= files.size()) problems.add(problem);
	}

	/** Writes down the place. */
	void save(final Path file) throws IOException {
		AtomicFile.write(file, new Gson().toJson(new Place(visited, taken,
			problems)).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Goes back to a place.
	 *
	 * @throws IOException if it cannot be read
	 */
	void restore(final Path file) throws IOException {
		try {
			final Place place = new Gson().fromJson(Files.readString(file),
				Place.class);
			if (place == null || place.problems == null) throw new IOException(
				"The file " + file + " is damaged; give a new folder for the pairs.");
			visited = place.visited;
			taken = place.taken;
			current = visited == 0 ? List.of() : faces(files.get((visited - 1) % files
				.size()));
			problems.clear();
			problems.addAll(place.problems);
		}
		catch (final JsonParseException e) {
			throw new IOException("The file " + file +
				" is damaged; give a new folder for the pairs.", e);
		}
	}
}
