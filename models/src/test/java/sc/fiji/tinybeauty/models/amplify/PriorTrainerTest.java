package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.recipe.SyntheticFace;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.weights.Tensor;

class PriorTrainerTest {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;

	private static BareFace face(final int i) {
		final float light = 0.45f + 0.07f * i;
		final SyntheticFace face = new SyntheticFace(N, light, 0.75f * light, 0.6f *
			light);
		final byte[] rgb = new byte[3 * PIXELS];
		for (int k = 0; k < PIXELS; k++)
			for (int c = 0; c < 3; c++)
				rgb[3 * k + c] = (byte) Math.round(255 * face.pixels[c * PIXELS + k]);
		return new BareFace("face" + i, "any", rgb, face.landmarks);
	}

	private static PriorFaces faces() {
		final List<BareFace> faces = new ArrayList<>();
		for (int i = 0; i < PriorGroup.FACES; i++)
			faces.add(face(i));
		return new PriorFaces(faces);
	}

	@Test
	void pictureGoesToTheGridAndBack() {
		final float[] picture = face(0).picture();
		final float[] grid = new float[picture.length + 5];
		SpaceToDepth.toGrid(picture, grid, 5);
		assertArrayEquals(picture, SpaceToDepth.toPicture(grid, 5));
	}

	/** Aligned to itself, an exemplar stays where it is. */
	@Test
	void alignmentOfAFaceWithItselfIsTheIdentity() {
		final ExemplarAlignment.Exemplar e = PriorGroup.training(faces(), 3).truth(0);
		final float[] smooth = new float[3 * PIXELS];
		for (int i = 0; i < smooth.length; i++)
			smooth[i] = (i % N + i / N % N) / (2f * N);
		final float[] bare = new float[3 * PIXELS], residual = new float[3 * PIXELS];
		ExemplarAlignment.add(e.maps(), new ExemplarAlignment.Exemplar(e.maps(),
			smooth, smooth), 1, bare, residual);
		// above the mouth, whose opening no map covers; half a pixel
		for (int y = 60; y < 150; y++)
			for (int x = 70; x < 190; x++)
				assertEquals(smooth[y * N + x], residual[y * N + x], 0.001f, x + " " + y);
	}

	/** The truth lies close to what the exemplars show at the same place. */
	@Test
	void exemplarsShowTheTargetsMakeup() {
		final PriorGroup group = PriorGroup.training(faces(), 4);
		final float[] condition = group.condition(0, 5, new SplittableRandom(1));
		final float[] aligned = SpaceToDepth.toPicture(condition, PIXELS * 3);
		double error = 0, size = 0;
		for (int i = 0; i < aligned.length; i++) {
			final float truth = group.truth(0).residual()[i];
			error += Math.pow(aligned[i] / ResidualDiffusion.SCALE - truth, 2);
			size += truth * truth;
		}
		assertTrue(size > 1 && error < 0.5 * size, error + " of " + size);
	}

	@Test
	void resumedTrainingEqualsUninterrupted(@TempDir final Path folder)
		throws IOException, InterruptedException
	{
		final Map<String, Tensor> whole = train(folder.resolve("whole"), 3, 3);
		train(folder.resolve("parts"), 3, 1);
		final Map<String, Tensor> parts = train(folder.resolve("parts"), 3, 3);
		whole.forEach((name, w) -> assertArrayEquals(w.data(), parts.get(name).data(),
			name));
		assertFalse(Arrays.equals(whole.get("out.weight").data(), ResidualDiffusion
			.initialWeights(1).get("out.weight").data()));
		assertThrows(IOException.class, () -> train(folder.resolve("parts"), 4, 4));
	}

	/** Trains until {@code stop} of {@code steps}. */
	private static Map<String, Tensor> train(final Path checkpoint,
		final int steps, final int stop) throws IOException, InterruptedException
	{
		final int[] done = { 0 };
		final PriorTrainer trainer = new PriorTrainer(faces(), new PriorValidation(
			faces(), 1), ResidualDiffusion.initialWeights(1), new PriorTrainer.Settings(
				steps, 1, 1, 1e-3, 100, 1e9),
			new TrainingListener() {

				@Override
				public void step(final int step, final int all, final double loss,
					final double relativeError)
				{
					done[0] = step;
					assertTrue(Double.isFinite(loss) && loss > 0);
				}

				@Override
				public boolean stopRequested() {
					return done[0] >= stop;
				}
			}, checkpoint);
		trainer.run();
		assertEquals(stop, trainer.step());
		return trainer.weights();
	}
}
