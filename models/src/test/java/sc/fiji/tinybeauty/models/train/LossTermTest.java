package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;

/** Terms of the loss that are tried beside colour and edges. */
class LossTermTest {

	private static final int SIZE = 64;

	@BeforeAll
	static void engine() {
		TorchEngine.ensureLoaded();
	}

	private static Batch batch() {
		final Batch batch = new Batch(2, SIZE);
		final Sample sample = new Sample(SIZE);
		sample.setEmphasis(9);
		for (int i = 0; i < 2; i++) {
			sample.fill(new DrawnFaces(2, SIZE, 1).get(i), Augmentation.none(0, 0),
				new SplittableRandom(1));
			batch.put(i, sample);
		}
		return batch;
	}

	@Test
	void aPerceptualTermIsAsLargeAsAskedAndHasTheSlopeOfTheLoss() {
		final Batch batch = batch();
		try (TrainableNet net = new TrainableNet(TinyBeauty.graph(), TinyBeauty
			.initialWeights(1), Device.cpu()))
		{
			final MakeupLoss loss = new MakeupLoss(0, new PerceptualTerm(0.5));
			final TrainableNet.Step first = net.gradients(batch, loss, 0.5);
			assertEquals(1.5 * first.colourLoss(), first.loss(), 1e-4 * first.loss());
			final int out = net.names().indexOf("out.bias");
			final float[][] weights = net.weights();
			final double[] losses = new double[2];
			for (int k = 0; k < 2; k++) {
				final float[][] moved = net.weights();
				for (int i = 0; i < moved[out].length; i++)
					moved[out][i] = weights[out][i] + (k == 0 ? -1 : 1) * 1e-3f * first
						.gradients()[out][i];
				net.setWeights(moved);
				losses[k] = net.gradients(batch, loss, 0.5).loss();
				net.setWeights(weights);
			}
			double squares = 0;
			for (final float g : first.gradients()[out])
				squares += (double) g * g;
			assertEquals(squares, (losses[1] - losses[0]) / 2e-3, 0.1 * squares);
		}
	}

	@Test
	void theCriticLearnsToTellTrueFromMissingMakeup() {
		final Batch batch = batch();
		try (NDManager manager = NDManager.newBaseManager(Device.cpu());
				AdversarialTerm term = new AdversarialTerm(0.1, 1))
		{
			final NDArray truth = batch.residual(manager), none = truth.zerosLike();
			for (int i = 0; i < 150; i++) {
				term.of(none, batch, manager);
				term.learn();
			}
			final double missing = term.of(none, batch, manager).getFloat();
			assertTrue(term.of(truth, batch, manager).getFloat() < 0.8 * missing);
		}
	}
}
