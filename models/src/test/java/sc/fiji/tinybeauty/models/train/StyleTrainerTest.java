package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import ai.djl.Device;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;

/** Trains for real, on small drawn faces. */
class StyleTrainerTest {

	private static final int SMALL = 64;

	@Test
	void learnsMakeup() throws Exception {
		final TrainingOptions options = TrainingOptions.standard(240).withBatch(4)
			.withPartUntil(0).withValidateEvery(120);
		final StyleTrainer.Result result = new StyleTrainer(DeviceChoice.CPU).train(
			new DrawnFaces(60, 128, 5), options, TrainingListener.NONE);
		final ValidationResult.Figures f = result.quality().all();
		assertEquals(12, f.count());
		assertTrue(f.gain() > 3, "gain over doing nothing is " + f.gain() + " dB");
		assertEquals(240, result.curve().points().size());
		assertEquals(2, result.curve().checks().size());
		assertEquals(241, result.curve().toCsv().lines().count());
		assertEquals(800, CurvePlot.draw(result.curve()).getWidth());
		assertEquals(3 * 128, result.sheet().getWidth());
		assertEquals(2, result.quality().byTone().size());
	}

	@Test
	void goesOnExactlyWhereItStopped(@TempDir final Path folder)
		throws Exception
	{
		final TrainingPairs pairs = new DrawnFaces(20, SMALL, 1);
		final TrainingOptions options = TrainingOptions.standard(14).withBatch(2)
			.withValidateEvery(5);
		final StyleTrainer.Result whole = new StyleTrainer(DeviceChoice.CPU).train(
			pairs, options, TrainingListener.NONE);
		final Path file = folder.resolve("checkpoint.safetensors");
		new StyleTrainer(DeviceChoice.CPU).resumable(file).train(pairs, options,
			stopAfter(8));
		final StyleTrainer.Result resumed = new StyleTrainer(DeviceChoice.CPU)
			.resumable(file).train(pairs, options, TrainingListener.NONE);
		whole.weights().forEach((name, tensor) -> assertArrayEquals(tensor.data(),
			resumed.weights().get(name).data(), name));
		assertEquals(14, resumed.curve().points().size());
		assertEquals(whole.quality(), resumed.quality());
		final IOException refused = assertThrows(IOException.class,
			() -> new StyleTrainer(DeviceChoice.CPU).resumable(file).train(pairs,
				options.withSeed(2), TrainingListener.NONE));
		assertTrue(refused.getMessage().contains("other settings"));
	}

	@Test
	void stopsWhenAskedAndKeepsWeights() throws Exception {
		final StyleTrainer.Result result = new StyleTrainer(DeviceChoice.CPU).train(
			new DrawnFaces(10, SMALL, 1), TrainingOptions.standard(1000).withBatch(2),
			stopAfter(3));
		assertEquals(3, result.curve().points().size());
		assertEquals(TinyBeauty.graph().parameters().keySet(), result.weights()
			.keySet());
	}

	@Test
	void beginsAgainWhenNothingIsLearnt() {
		final List<String> messages = new ArrayList<>();
		final TrainingOptions options = TrainingOptions.standard(200).withBatch(2)
			.withPeakRate(1e-9).withCollapseAfter(5);
		final IllegalStateException e = assertThrows(IllegalStateException.class,
			() -> new StyleTrainer(DeviceChoice.CPU).train(new DrawnFaces(10, SMALL,
				1), options, new TrainingListener()
			{

					@Override
					public void message(final String message) {
						messages.add(message);
					}
				}));
		assertEquals(3, messages.size());
		assertTrue(e.getMessage().contains("no make-up"));
	}

	/** Scalars freed too early give wrong gradients after a collection. */
	@Test
	void collectingGarbageDoesNotChangeGradients() {
		TorchEngine.ensureLoaded();
		final TrainingOptions options = TrainingOptions.standard(100).withBatch(2);
		final BalancedSampler sampler = new BalancedSampler(new DrawnFaces(10, SMALL,
			1));
		final Batch batch = new Batch(2, SMALL);
		BatchFeeder.fill(batch, new Sample(SMALL), sampler, options.withNegatives(
			0), 1, 0);
		try (TrainableNet net = new TrainableNet(TinyBeauty.graph(), TinyBeauty
			.initialWeights(1), Device.cpu()))
		{
			final MakeupLoss loss = new MakeupLoss(0.3);
			final float[][] expected = net.gradients(batch, loss, 0.5).gradients();
			assertTrue(Adam.norm(expected) > 1e-4);
			for (int i = 0; i < 10; i++) {
				final float[][] found = net.gradients(batch, loss, 0.5, () -> {
					System.gc();
					final List<byte[]> litter = new ArrayList<>();
					for (int k = 0; k < 50; k++)
						litter.add(new byte[1 << 16]);
				}).gradients();
				for (int t = 0; t < expected.length; t++)
					assertArrayEquals(expected[t], found[t]);
			}
		}
	}

	/** The gradient of one weight against a difference of losses. */
	@Test
	void gradientIsTheSlopeOfTheLoss() {
		TorchEngine.ensureLoaded();
		final Batch batch = new Batch(1, SMALL);
		final Sample sample = new Sample(SMALL);
		sample.setEmphasis(9);
		sample.fill(new DrawnFaces(1, SMALL, 1).get(0), Augmentation.none(0, 0),
			new SplittableRandom(1));
		batch.put(0, sample);
		try (TrainableNet net = new TrainableNet(TinyBeauty.graph(), TinyBeauty
			.initialWeights(1), Device.cpu()))
		{
			final MakeupLoss loss = new MakeupLoss(0.3);
			final float[][] gradients = net.gradients(batch, loss, 0.5).gradients();
			final int out = net.names().indexOf("out.bias");
			final double[] losses = new double[2];
			for (int k = 0; k < 2; k++) {
				final float[][] moved = net.weights();
				for (int i = 0; i < moved[out].length; i++)
					moved[out][i] = (k == 0 ? -1 : 1) * 2e-3f * gradients[out][i];
				net.setWeights(moved);
				losses[k] = net.gradients(batch, loss, 0.5).loss();
			}
			double squares = 0;
			for (final float g : gradients[out])
				squares += (double) g * g;
			assertEquals(squares, (losses[1] - losses[0]) / 4e-3, 0.1 * squares);
		}
	}

	private static TrainingListener stopAfter(final int steps) {
		return new TrainingListener() {

			private int done;

			@Override
			public void step(final int step, final int all, final double loss,
				final double relativeError)
			{
				done = step;
			}

			@Override
			public boolean stopRequested() {
				return done >= steps;
			}
		};
	}
}
