package sc.fiji.tinybeauty.plugin.preview;

import java.awt.Rectangle;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.plugin.image.Photo;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;
import sc.fiji.tinybeauty.plugin.layer.MakeupLayer;
import sc.fiji.tinybeauty.plugin.makeup.Maker;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.SearchArea;

/**
 * The faces of the photograph that an image shows, kept as long as nothing but
 * strengths changes. Used by one thread.
 */
final class PreviewFaces {

	/** What the networks' answer depends on. */
	private record Key(int slice, String style, FaceSelection faces,
		Search search, DeviceChoice device, Roi roi, Rectangle bounds)
	{
	}

	private final ImagePlus image;
	private Key key;
	private int slice = -1;
	private Photo photo;
	private int[] bare;
	private List<FaceResidual> residuals = List.of();

	PreviewFaces(final ImagePlus image) {
		this.image = image;
	}

	/** @return a layer with the make-up of all regions, or null without a face */
	ImageRoi draw(final Maker maker, final MakeupSettings settings) {
		final PhotoStack photos = new PhotoStack(image);
		final int current = photos.current();
		if (current != slice) {
			photo = photos.get(current);
			bare = photo.rgb();
			slice = current;
		}
		find(maker, settings);
		if (residuals.isEmpty()) return null;
		final Photo made = photo.copy();
		maker.composite(photo.plane(), residuals, settings.strengths(), made
			.plane());
		made.keepUntouched(photo);
		final ImageRoi layer = MakeupLayer.between("preview", bare, made.rgb(),
			photo.width());
		if (layer != null) photos.position(current).place(layer, image);
		return layer;
	}

	/** @return what the status bar says about the photograph */
	String describe() {
		return switch (residuals.size()) {
			case 0 -> "No face was found.";
			case 1 -> "1 face";
			default -> residuals.size() + " faces";
		};
	}

	private void find(final Maker maker, final MakeupSettings s) {
		final Roi roi = image.getRoi();
		final Key now = new Key(slice, s.style(), s.faces(), s.search(), s
			.device(), roi, roi == null ? null : roi.getBounds());
		if (now.equals(key)) return;
		key = null;
		residuals = List.of();
		final SearchArea area = SearchArea.of(image, s.faces());
		residuals = area.inside(maker.residuals(photo.plane(), s.faces(), s
			.search(), area.interval()));
		key = now;
	}
}
