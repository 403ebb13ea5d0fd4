package sc.fiji.tinybeauty.models.makeup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;
import sc.fiji.tinybeauty.ops.region.RegionMasks;
import sc.fiji.tinybeauty.ops.residual.PlacedResidual;
import sc.fiji.tinybeauty.ops.residual.ResidualCompositing;

/**
 * Applies a make-up style, or a recipe, to photographs: what commands, macros,
 * scripts and tests call.
 * <p>
 * The slow part, {@link #residuals}, finds faces and runs the network (or paints
 * the recipe) on their aligned crops. The fast part, {@link #composite}, weighs the residuals by
 * region and adds them at the photograph's own resolution; it needs no network,
 * so strengths may change at will.
 * </p>
 */
public final class MakeupTool implements AutoCloseable {

	/** Photographs with a shorter side than this hold no face. */
	private static final int MIN_SIDE = 8;

	private final FaceFinder finder;
	private final CropPainter painter;

	private MakeupTool(final FaceFinder finder, final CropPainter painter) {
		this.finder = finder;
		this.painter = painter;
	}

	/**
	 * Loads the engine, the face networks and the style's network.
	 *
	 * @param style what to apply
	 * @param device where to run the networks
	 * @return the tool; close it after use
	 * @throws IllegalStateException in one sentence, if there is no engine or not
	 *           the device demanded
	 */
	public static MakeupTool open(final Style style, final DeviceChoice device) {
		return open(new NetworkPainter(style, device), device);
	}

	/**
	 * Loads the engine and the face networks for a recipe, which itself needs no
	 * network.
	 *
	 * @param recipe what to paint
	 * @param device where to run the face networks
	 * @return the tool; close it after use
	 * @throws IllegalStateException in one sentence, if there is no engine or not
	 *           the device demanded
	 */
	public static MakeupTool open(final Recipe recipe,
		final DeviceChoice device)
	{
		return open(new RecipePainter(recipe), device);
	}

	private static MakeupTool open(final CropPainter painter,
		final DeviceChoice device)
	{
		try {
			return new MakeupTool(FaceFinder.open(device), painter);
		}
		catch (final RuntimeException exc) {
			painter.close();
			throw exc;
		}
	}

	/** @return name of the style or recipe applied */
	public String name() {
		return painter.name();
	}

	/**
	 * @return name of the device on which make-up is made, "cpu" or "gpu0"; recipes
	 *         are always painted on "cpu"
	 */
	public String device() {
		return painter.device();
	}

	/**
	 * Runs everything on a blank picture, so that the first photograph does not
	 * wait for the engine's first calls; takes about a second.
	 */
	public void warm() {
		painter.warmUp();
		final Img<FloatType> blank = FloatImages.create(512, 512, 3);
		final RgbPlane photo = RgbPlanes.tensor(blank);
		composite(photo, residuals(photo, FaceSelection.WHOLE, Search.NORMAL, null),
			Strengths.ONE, photo);
	}

	/**
	 * Finds faces and runs the network on each.
	 *
	 * @param photo the bare photograph
	 * @param faces which faces
	 * @param search how hard to look for them
	 * @param roi where to look, photograph pixels, or null for everywhere
	 * @return a residual per face, largest face first; empty if no face was found
	 * @throws IllegalArgumentException in one sentence, if the faces of a region
	 *           are wanted without one, or a whole frame is too small for a face
	 */
	public List<FaceResidual> residuals(final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi)
	{
		return residuals(photo, faces, search, roi, new FaceTracker());
	}

	/**
	 * As {@link #residuals(RgbPlane, FaceSelection, Search, Interval)} for the
	 * next slice of a sequence.
	 *
	 * @param tracker keeps faces steady from slice to slice
	 */
	public List<FaceResidual> residuals(final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi,
		final FaceTracker tracker)
	{
		if (faces == FaceSelection.WHOLE) return whole(photo, tracker);
		if (faces == FaceSelection.ROI && roi == null)
			throw new IllegalArgumentException(
				"The faces of a region are wanted, but no region is selected.");
		final List<Face> found = finder.find(photo, search, roi);
		return predict(photo, tracker.next(faces == FaceSelection.LARGEST ? tracker
			.largest(found) : found));
	}

	/** The frame itself is the aligned crop; landmarks only serve the masks. */
	private List<FaceResidual> whole(final RgbPlane photo,
		final FaceTracker tracker)
	{
		if (Math.min(photo.width(), photo.height()) < MIN_SIDE)
			throw new IllegalArgumentException("A picture of " + photo.width() +
				" x " + photo.height() + " pixels is too small to be a face.");
		final List<Face> face = tracker.next(List.of(finder.whole(photo)));
		return predict(photo, face, List.of(Crops.letterbox(photo.width(), photo
			.height(), FaceCrop.SIZE)));
	}

	/**
	 * Runs the network on faces that are already known.
	 *
	 * @param photo the bare photograph
	 * @param faces landmarks in photograph coordinates
	 * @return a residual per face, in the same order
	 */
	public List<FaceResidual> predict(final RgbPlane photo,
		final List<Face> faces)
	{
		return predict(photo, faces, faces.stream().map(f -> FaceCrop.align(f
			.landmarks(), FaceCrop.SIZE)).toList());
	}

	private List<FaceResidual> predict(final RgbPlane photo,
		final List<Face> faces, final List<Similarity> cropToPhoto)
	{
		final List<Img<FloatType>> crops = cropToPhoto.parallelStream().map(t -> {
			final Img<FloatType> crop = FloatImages.create(FaceCrop.SIZE,
				FaceCrop.SIZE, 3);
			Crops.crop(photo, t, crop);
			return crop;
		}).toList();
		final List<Landmarks> landmarks = IntStream.range(0, faces.size()).mapToObj(
			i -> faces.get(i).landmarks().transform(cropToPhoto.get(i).inverse()))
			.toList();
		final long start = System.nanoTime();
		final List<Img<FloatType>> residuals = painter.residuals(crops, landmarks);
		final double millis = (System.nanoTime() - start) / 1e6 / Math.max(1, crops
			.size());
		final List<FaceResidual> result = new ArrayList<>();
		for (int i = 0; i < faces.size(); i++)
			result.add(new FaceResidual(faces.get(i), cropToPhoto.get(i), crops.get(i),
				residuals.get(i), RegionMasks.partition(landmarks.get(i),
					FaceCrop.SIZE), millis, device()));
		return result;
	}

	/**
	 * Puts make-up on at the photograph's own resolution. Nothing outside the
	 * faces' crops changes, nor anything where the strength is 0.
	 *
	 * @param photo the bare photograph
	 * @param faces what to change
	 * @param strengths how strong
	 * @param result of the same size; holds the bare photograph on entry, the
	 *          made-up one afterwards; may be {@code photo} itself
	 */
	public void composite(final RgbPlane photo, final List<FaceResidual> faces,
		final Strengths strengths, final RgbPlane result)
	{
		ResidualCompositing.composite(photo, place(faces, strengths), result);
	}

	/**
	 * Computes what {@link #composite} would add.
	 *
	 * @param photo the bare photograph
	 * @param faces what to change
	 * @param strengths how strong
	 * @return axes X, Y, C, in units of an image scaled to 0..1; 0 where nothing
	 *         changes
	 */
	public RandomAccessibleInterval<FloatType> residualImage(
		final RgbPlane photo, final List<FaceResidual> faces,
		final Strengths strengths)
	{
		final Img<FloatType> residual = PlanarImgs.floats(photo.width(), photo
			.height(), 3);
		ResidualCompositing.residual(photo, place(faces, strengths), true, residual);
		return residual;
	}

	private static List<PlacedResidual> place(final List<FaceResidual> faces,
		final Strengths s)
	{
		final double[] weights = { s.overall() * s.lips(), s.overall() * s.eyes(), s
			.overall() * s.skin() };
		if (weights[0] + weights[1] + weights[2] == 0) return List.of();
		return faces.parallelStream().map(f -> {
			final Img<FloatType> weighed = FloatImages.create(f.residual()
				.dimensionsAsLongArray());
			ResidualCompositing.weigh(f.residual(), f.regionMasks(), weights, weighed);
			return PlacedResidual.of(f.crop(), weighed, f.cropToPhoto());
		}).toList();
	}

	@Override
	public void close() {
		finder.close();
		painter.close();
	}
}
