package sc.fiji.tinybeauty.plugin.makeup;

import java.awt.Rectangle;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;

/**
 * Where faces are searched: in the image's selection, if it has one that covers
 * an area, else everywhere.
 */
public final class SearchArea {

	private final Roi roi;
	private final Rectangle bounds;

	private SearchArea(final Roi roi, final Rectangle bounds) {
		this.roi = roi;
		this.bounds = bounds;
	}

	/**
	 * @param image the image, which may have a selection
	 * @param faces which faces are wanted; the whole frame knows no selection
	 * @return the area
	 * @throws IllegalArgumentException if the faces of a selection are wanted and
	 *           there is none
	 */
	public static SearchArea of(final ImagePlus image,
		final FaceSelection faces)
	{
		final Roi roi = image.getRoi();
		final boolean area = roi != null && roi.isArea();
		if (faces == FaceSelection.ROI && !area) throw new IllegalArgumentException(
			"faces=roi needs a selection: draw one round the faces, or use faces=all.");
		if (!area || faces == FaceSelection.WHOLE) return new SearchArea(null,
			null);
		final Rectangle bounds = roi.getBounds().intersection(new Rectangle(image
			.getWidth(), image.getHeight()));
		if (bounds.isEmpty()) throw new IllegalArgumentException(
			"The selection lies outside the image; move it, or remove it.");
		return new SearchArea((Roi) roi.clone(), bounds);
	}

	/** @return the bounds of the area in pixels, or null for everywhere */
	public Interval interval() {
		return bounds == null ? null : FinalInterval.createMinSize(bounds.x,
			bounds.y, bounds.width, bounds.height);
	}

	/**
	 * @param faces found within the bounds
	 * @return those whose centre lies in the selection itself
	 */
	public List<FaceResidual> inside(final List<FaceResidual> faces) {
		if (roi == null) return faces;
		return faces.stream().filter(r -> contains(r.face())).toList();
	}

	private boolean contains(final Face face) {
		return roi.contains((int) Math.floor(face.x() + face.w() / 2), (int) Math
			.floor(face.y() + face.h() / 2));
	}

	/** @return " in the selection", or nothing */
	String where() {
		return roi == null ? "" : " in the selection";
	}
}
