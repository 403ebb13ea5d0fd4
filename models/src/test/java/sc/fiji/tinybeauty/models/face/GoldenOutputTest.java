package sc.fiji.tinybeauty.models.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Holds both networks to what their original runtime computed. */
class GoldenOutputTest {

	private static TorchFunction detector, mesh;
	private static JsonObject golden;

	@BeforeAll
	static void load() throws IOException {
		final var cpu = TorchEngine.device(DeviceChoice.CPU);
		detector = TorchFunction.load(BlazeFaceGraph.create(), FaceWeights.load(
			"detector"), cpu);
		mesh = TorchFunction.load(FaceMeshGraph.create(), FaceWeights.load("mesh"),
			cpu);
		try (InputStream in = GoldenOutputTest.class.getResourceAsStream(
			"golden.json"))
		{
			golden = new Gson().fromJson(new InputStreamReader(in,
				StandardCharsets.UTF_8), JsonObject.class);
		}
	}

	@AfterAll
	static void close() {
		detector.close();
		mesh.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "waves", "light", "intermediate", "tan", "brown",
		"dark" })
	void detectorEqualsTheOriginal(final String name) {
		final float[] picture = name.equals("waves") ? waves(128) : half(face(
			name));
		final float[][] maps = detector.apply(1, picture);
		final JsonObject expected = golden.getAsJsonObject(name);
		final JsonArray rows = expected.getAsJsonArray("rows");
		for (int i = 0; i < rows.size(); i++) {
			// The original lists anchors cell by cell, here they come map by map.
			final int row = rows.get(i).getAsInt();
			final boolean fine = row < 512;
			final int per = fine ? 2 : 6, cells = fine ? 256 : 64, r = fine ? row
				: row - 512, cell = r / per, anchor = r % per;
			assertEquals(number(expected, "logits", i), maps[fine ? 0 : 1][anchor *
				cells + cell], 1e-3, "logit " + row);
			for (int k = 0; k < 16; k++)
				assertEquals(number(expected, "boxes", 16 * i + k), maps[fine ? 2
					: 3][(anchor * 16 + k) * cells + cell], 1e-3, "box " + row);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "waves", "light", "intermediate", "tan", "brown",
		"dark" })
	void meshEqualsTheOriginal(final String name) {
		final float[][] out = mesh.apply(1, name.equals("waves") ? waves(256)
			: face(name));
		final JsonObject expected = golden.getAsJsonObject(name);
		for (int i = 0; i < Landmarks.COUNT; i++)
			for (int axis = 0; axis < 2; axis++)
				assertEquals(number(expected, "mesh", 2 * i + axis), out[0][3 * i +
					axis], 0.05, "landmark " + i);
		assertEquals(number(expected, "presence", 0), out[1][0], 1e-2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "intermediate", "tan", "brown", "dark" })
	void aWholeFrameHasTheLandmarksOfTheOriginalPipeline(final String name) {
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			final Landmarks found = finder.whole(TestFaces.read(name)).landmarks();
			double sum = 0;
			for (int i = 0; i < Landmarks.COUNT; i++)
				sum += Math.hypot(found.x(i) - number(golden.getAsJsonObject(name),
					"landmarks", 2 * i), found.y(i) - number(golden.getAsJsonObject(name),
						"landmarks", 2 * i + 1));
			// The original takes its region from the detector alone.
			assertEquals(0, sum / Landmarks.COUNT, 1.2);
		}
	}

	private static double number(final JsonObject o, final String key,
		final int i)
	{
		return o.getAsJsonArray(key).get(i).getAsDouble();
	}

	/** The formula of make_golden.py. */
	private static float[] waves(final int size) {
		final float[] values = new float[3 * size * size];
		for (int c = 0, i = 0; c < 3; c++)
			for (int y = 0; y < size; y++)
				for (int x = 0; x < size; x++)
					values[i++] = (7 * x + 13 * y + 29 * c + 5 * (x * y % 17)) % 256 /
						255f;
		return values;
	}

	private static float[] face(final String name) {
		final RgbPlane photo = TestFaces.read(name);
		final int n = photo.width();
		final float[] values = new float[3 * n * n], row = new float[3 * n];
		for (int y = 0; y < n; y++) {
			photo.read(0, y, n, row);
			for (int c = 0; c < 3; c++)
				System.arraycopy(row, c * n, values, (c * n + y) * n, n);
		}
		return values;
	}

	/** Means of 2 x 2 pixels. */
	private static float[] half(final float[] picture) {
		final float[] values = new float[picture.length / 4];
		for (int i = 0; i < values.length; i++) {
			final int j = i / 128 * 512 + i % 128 * 2;
			values[i] = (picture[j] + picture[j + 1] + picture[j + 256] + picture[j +
				257]) / 4;
		}
		return values;
	}
}
