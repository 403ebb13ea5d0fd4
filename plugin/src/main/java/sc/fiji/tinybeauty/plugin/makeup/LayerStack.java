package sc.fiji.tinybeauty.plugin.makeup;

import java.util.ArrayList;
import java.util.List;

import ij.gui.ImageRoi;

import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.Photo;
import sc.fiji.tinybeauty.plugin.layer.MakeupLayer;

/**
 * Draws the make-up of a photograph as one layer per region.
 * <p>
 * Layers lie on one another: skin, then eyes, then lips. Each holds what lies
 * below it plus its own region, so that all three together are exactly the whole
 * make-up, also where regions run into each other, and the opacity of each is
 * the strength of its region.
 * </p>
 */
final class LayerStack {

	private final Maker maker;
	private final Strengths strengths;

	LayerStack(final Maker maker, final Strengths strengths) {
		this.maker = maker;
		this.strengths = strengths;
	}

	/** @return the layers of a photograph from below, those without pixels left out */
	List<ImageRoi> draw(final Photo photo, final List<FaceResidual> faces) {
		final List<ImageRoi> layers = new ArrayList<>();
		if (faces.isEmpty()) return layers;
		final double all = strengths.overall();
		int[] below = photo.rgb();
		below = add(layers, "skin", photo, faces, below, new Strengths(all, 0, 0,
			strengths.skin()));
		below = add(layers, "eyes", photo, faces, below, new Strengths(all, 0,
			strengths.eyes(), strengths.skin()));
		add(layers, "lips", photo, faces, below, strengths);
		return layers;
	}

	private int[] add(final List<ImageRoi> layers, final String region,
		final Photo photo, final List<FaceResidual> faces, final int[] below,
		final Strengths upToHere)
	{
		final Photo made = photo.copy();
		maker.composite(photo.plane(), faces, upToHere, made.plane());
		made.keepUntouched(photo);
		final int[] now = made.rgb();
		final ImageRoi layer = MakeupLayer.between(region, below, now, photo
			.width());
		if (layer != null) layers.add(layer);
		return now;
	}
}
