package sc.fiji.tinybeauty.models.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Holds the feature networks to what convert_features.py computed. */
class FeatureNetworksTest {

	private static JsonObject golden;

	@BeforeAll
	static void load() throws IOException {
		try (InputStream in = FeatureNetworksTest.class.getResourceAsStream(
			"golden.json"))
		{
			golden = new Gson().fromJson(new InputStreamReader(in,
				StandardCharsets.UTF_8), JsonObject.class);
		}
	}

	@Test
	void efficientNetEqualsAnIndependentComputation() {
		try (FeatureNetwork net = FeatureNetwork.efficientNet(TorchEngine.device(
			DeviceChoice.CPU)))
		{
			final float[][] maps = net.describe(waves(net.size()),
				Similarity.IDENTITY);
			for (int m = 0; m < 4; m++) {
				final JsonArray expected = golden.getAsJsonArray("tap" + m);
				for (int i = 0; i < expected.size(); i++)
					assertEquals(expected.get(i).getAsDouble(), maps[m][97 * i], 5e-3,
						"map " + m);
			}
		}
	}

	@Test
	void identityEqualsAnIndependentComputation() {
		try (FeatureNetwork net = FeatureNetwork.identity(TorchEngine.device(
			DeviceChoice.CPU)))
		{
			final float[] descriptor = net.describe(waves(net.size()),
				Similarity.IDENTITY)[0];
			final JsonArray expected = golden.getAsJsonArray("identity");
			assertEquals(128, descriptor.length);
			for (int i = 0; i < 128; i++)
				assertEquals(expected.get(i).getAsDouble(), descriptor[i], 1e-4);
		}
	}

	@Test
	void distancesWorkedOutByHand() {
		// Two pixels, two channels: one equal up to length, one at a right angle.
		final float[][] a = { { 1, 1, 0, 0 } }, b = { { 3, 0, 0, 5 } };
		assertEquals(1, FeatureDistance.perceptual(a, b, new int[] { 2 }), 1e-6);
		assertEquals(0.6, FeatureDistance.cosine(new float[] { 1, 0 }, new float[] {
			3, 4 }), 1e-6);
		assertEquals(2.5, FeatureDistance.pooled(new float[] { 1, 1, 2, 3 }, 2)[1],
			1e-6);
	}

	/** The formula of convert_features.py. */
	private static RgbPlane waves(final int n) {
		final float[] values = new float[3 * n * n];
		for (int c = 0, i = 0; c < 3; c++)
			for (int y = 0; y < n; y++)
				for (int x = 0; x < n; x++)
					values[i++] = (7 * x + 13 * y + 29 * c + 5 * (x * y % 17)) % 256 /
						255f;
		return RgbPlanes.tensor(ArrayImgs.floats(values, n, n, 3));
	}
}
