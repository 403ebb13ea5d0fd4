package sc.fiji.tinybeauty.models.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import ai.djl.Device;
import net.imglib2.Interval;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Finds faces and their landmarks in photographs: a detector (BlazeFace) run at
 * several scales, then a mesh of 478 points on each candidate, which also weeds
 * out what is no face.
 * <p>
 * The same photograph always gives the same faces. Calls from several threads
 * wait for each other.
 * </p>
 */
public final class FaceFinder implements AutoCloseable {

	/** Photographs with a shorter side than this hold no face. */
	private static final int MIN_SIDE = 8;

	/**
	 * Longer side of the pictures in which normal search looks, pixels. The
	 * detector was measured to see faces of 20 to 150 pixels, so the first picture
	 * holds those of 4 to 29 %, the second those of 16 % and more.
	 */
	private static final double[] NORMAL_SIDES = { 512, 128 };

	/** Thorough search scales the photograph so that a face of 48 px has 22. */
	private static final double THOROUGH_SCALE = 22 / 48.0;

	/** One picture of a thorough search is this much larger than the next. */
	private static final double STEP = 4;

	/**
	 * Rotations searched beyond upright, degrees. The detector was measured to
	 * bear 60 degrees to either side.
	 */
	private static final int[] TURNS = { 90, 270, 180 };

	/** Candidates with a lower detector score are not looked at. */
	private static final double MIN_SCORE = 0.5;

	/** A region of interest is searched with this much of its size around it. */
	private static final double CONTEXT = 0.25;

	private final Device device;
	private final FaceDetector detector;
	private final FaceMesh mesh;

	private FaceFinder(final Device device) {
		this.device = device;
		detector = new FaceDetector(device);
		mesh = new FaceMesh(device);
	}

	/**
	 * Loads the networks.
	 *
	 * @param device where to run them
	 * @return the finder; close it after use
	 * @throws IllegalStateException if there is no engine, or not the wanted device
	 */
	public static FaceFinder open(final DeviceChoice device) {
		return new FaceFinder(TorchEngine.device(device));
	}

	/** @return where the networks run, "cpu" or "gpu0" */
	public String device() {
		return TorchEngine.name(device);
	}

	/**
	 * Finds faces.
	 * <p>
	 * {@link Search#NORMAL} finds faces whose longer side is 4 % of the
	 * photograph's longer side or more and which are turned by up to about 50
	 * degrees; all scales are always searched, so a large face never hides a small
	 * one. Only if none is found, or one that may be upside down, are other
	 * rotations searched. {@link Search#THOROUGH} finds faces from 48 pixels on,
	 * all scales in all rotations.
	 * </p>
	 *
	 * @param photo is read
	 * @param search how hard to look
	 * @param roi where to look, photograph pixels, or null for everywhere; only
	 *          faces whose centre lies inside are returned, and sizes count
	 *          relative to this region
	 * @return the faces, largest first; none is an empty list. The confidence is
	 *         the lower of the detector's score and the mesh's presence
	 */
	public synchronized List<Face> find(final RgbPlane photo,
		final Search search, final Interval roi)
	{
		Objects.requireNonNull(search, "search");
		final SearchArea area = SearchArea.of(photo, roi, CONTEXT);
		if (area == null || Math.min(area.w(), area.h()) < MIN_SIDE) return List
			.of();
		final double longer = Math.max(area.w(), area.h());
		final List<Double> sides = sides(search, longer);
		final PictureSearch pictures = new PictureSearch(detector, photo, area.x(),
			area.y(), area.w(), area.h(), sides.get(0));
		final List<Candidate> candidates = candidates(pictures, sides, 0);
		FoundFaces found = new FoundFaces(mesh, photo);
		if (search == Search.NORMAL) found.add(candidates);
		if (found.isDoubtful()) {
			// Together, so that of two orientations of a face the better one wins.
			for (final int turn : TURNS)
				candidates.addAll(candidates(pictures, sides, Math.toRadians(turn)));
			found = new FoundFaces(mesh, photo);
			found.add(candidates);
		}
		return found.sorted().stream().filter(f -> roi == null || inside(f, roi))
			.toList();
	}

	private static List<Double> sides(final Search search, final double longer) {
		final List<Double> sides = new ArrayList<>();
		if (search == Search.THOROUGH) for (double s = longer *
			THOROUGH_SCALE; s > NORMAL_SIDES[0]; s /= STEP)
			sides.add(s);
		for (final double s : NORMAL_SIDES)
			sides.add(s);
		return sides;
	}

	private static List<Candidate> candidates(final PictureSearch pictures,
		final List<Double> sides, final double angle)
	{
		final List<Candidate> candidates = new ArrayList<>();
		for (final double side : sides)
			candidates.addAll(pictures.search(side, angle, MIN_SCORE));
		return candidates;
	}

	private static boolean inside(final Face face, final Interval roi) {
		final double cx = face.x() + face.w() / 2, cy = face.y() + face.h() / 2;
		return cx >= roi.min(0) && cx < roi.max(0) + 1 && cy >= roi.min(1) &&
			cy < roi.max(1) + 1;
	}

	/**
	 * Takes the whole frame as an aligned crop, as data sets of faces have them:
	 * one upright face, framed as by {@link sc.fiji.tinybeauty.ops.face.FaceCrop}.
	 * There always is a result; its confidence tells how sure the mesh is.
	 *
	 * @param photo is read
	 * @return the face, landmarks in photograph coordinates
	 */
	public synchronized Face whole(final RgbPlane photo) {
		final double w = photo.width(), h = photo.height(), side = Math.max(w, h);
		final Optional<Candidate> face = new PictureSearch(detector, photo, 0, 0, w,
			h, BlazeFaceGraph.SIZE).search(BlazeFaceGraph.SIZE, 0, MIN_SCORE).stream()
			.max(Comparator.comparingDouble(Candidate::size));
		// Where an aligned crop has its face.
		final MeshRegion framed = new MeshRegion(w / 2, h / 2 + 0.07 * side, 0.75 *
			side, 0);
		FaceMesh.Reading reading = mesh.read(photo, face.map(MeshRegion::of).orElse(
			framed)).orElseThrow(() -> new IllegalArgumentException(
				"The picture holds values that are not numbers; correct it first."));
		// Landmarks for training are worth a second look from the best place.
		reading = mesh.read(photo, MeshRegion.of(reading.landmarks())).orElse(
			reading);
		return Face.of(reading.landmarks(), reading.presence());
	}

	/**
	 * Measures the landmarks of a face anew as the mean over fourteen slightly
	 * different views of it. That takes as long as finding many faces, and is worth
	 * it where something is painted along them.
	 *
	 * @param photo is read
	 * @param face a face in it
	 * @return the same face with steadier landmarks
	 */
	public synchronized Face precise(final RgbPlane photo, final Face face) {
		return mesh.steady(photo, MeshRegion.of(face.landmarks())).map(r -> Face.of(r
			.landmarks(), face.confidence())).orElse(face);
	}

	/**
	 * As {@link #whole}, with the landmarks of {@link #precise(RgbPlane, Face)}.
	 *
	 * @param photo is read
	 * @return the face, landmarks in photograph coordinates
	 */
	public synchronized Face precise(final RgbPlane photo) {
		return precise(photo, whole(photo));
	}

	@Override
	public synchronized void close() {
		detector.close();
		mesh.close();
	}
}
