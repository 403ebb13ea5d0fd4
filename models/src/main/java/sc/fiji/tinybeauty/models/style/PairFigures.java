package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.evaluate.Figures;
import sc.fiji.tinybeauty.models.evaluate.FrameFigures;
import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.train.ValidationResult;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/** Figures of a style on pairs, as Evaluate defines them. */
final class PairFigures {

	private PairFigures() {}

	/** @return means of per-picture figures */
	static ValidationResult.Figures of(final List<ShelfPair> pairs,
		final ResidualPredictor network) throws IOException
	{
		final List<Figures> each = new ArrayList<>();
		for (final ShelfPair pair : pairs) {
			final PairPictures p = pair.pictures().read();
			final float[] made = p.barePlanar();
			final float[] residual = FloatImages.toArray(network.predict(image(p
				.barePlanar())));
			for (int i = 0; i < made.length; i++)
				made[i] += residual[i];
			each.add(FrameFigures.measure(image(p.barePlanar()), image(p
				.madePlanar()), image(InterleavedRgb.planar(InterleavedRgb.of(
					made))), Optional.empty()));
		}
		final Figures mean = Figures.mean(each);
		return new ValidationResult.Figures(each.size(), mean.get(Figure.IDLE), mean
			.get(Figure.PSNR), mean.get(Figure.PSNR_INSIDE), mean.get(Figure.DRIFT));
	}

	private static RandomAccessibleInterval<FloatType> image(
		final float[] planar)
	{
		return ArrayImgs.floats(planar, FaceCrop.SIZE, FaceCrop.SIZE, 3);
	}
}
