package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.ResidualBackbone;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.recipe.SyntheticFace;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * Drawn faces in folders, and an amplifier without an engine that gives them the
 * mean make-up of their exemplars and some noise.
 */
final class DrawnFaces {

	static final int N = 256;

	private DrawnFaces() {}

	static SyntheticFace face(final int i) {
		return new SyntheticFace(N, 0.8f - 0.05f * i, 0.6f - 0.045f * i, 0.5f -
			0.04f * i);
	}

	/** @return the face with lips and cheeks of a colour */
	static float[] made(final int i, final float... colour) {
		final SyntheticFace face = face(i);
		final float[] made = face.pixels.clone();
		final float[] lips = RegionMasks.partition(face.landmarks, N).update(null)
			.getCurrentStorageArray();
		for (int p = 0; p < N * N; p++)
			for (int c = 0; c < 3; c++)
				made[c * N * N + p] += 0.5f * lips[p] * (colour[c] - made[c * N * N + p]);
		return made;
	}

	static void write(final Path file, final float[] planar)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		Files.write(file, new RgbPicture(N, N, InterleavedRgb.of(planar))
			.png());
	}

	static Path seeds(final Path folder, final int count,
		final float... colour) throws IOException
	{
		for (int i = 0; i < count; i++) {
			write(folder.resolve("bare").resolve("s" + i + ".png"), face(i).pixels);
			write(folder.resolve("made").resolve("s" + i + ".png"), made(i, colour));
		}
		return folder;
	}

	/** Three faces, a broken file, a grey picture and no picture. */
	static Path faces(final Path folder) throws IOException {
		for (int i = 0; i < 3; i++)
			write(folder.resolve("face" + i + ".png"), face(2 * i).pixels);
		Files.write(folder.resolve("broken, really.png"), new byte[40]);
		final float[] grey = new float[3 * N * N];
		Arrays.fill(grey, 0.5f);
		write(folder.resolve("grey.png"), grey);
		Files.writeString(folder.resolve("notes.txt"), "no picture");
		Files.writeString(folder.resolve("manifest.csv"),
			"file,licence,consent\nface0.png,CC0-1.0,\"yes, drawn\"\n");
		return folder;
	}

	/** Parts without an engine. */
	static final class Source implements AmplifierSource {

		private final Landmarks landmarks = face(0).landmarks;

		@Override
		public FaceCutter cutter() {
			return new FaceCutter() {

				@Override
				public List<Cut> cut(final RgbPlane photo) {
					return List.of(new Cut(new Similarity(photo.width() / 256.0, 0, 0, 0)));
				}

				@Override
				public Landmarks landmarks(final RgbPlane crop) {
					return landmarks;
				}
			};
		}

		@Override
		public Map<String, String> settings() {
			return Map.of("prior", "drawn");
		}

		@Override
		public int workers() {
			return 2;
		}

		@Override
		public Amplifier open(final Map<String, List<SeedPair>> styles,
			final Supplier<List<BareFace>> faces, final PairSetWriter store,
			final AmplifyListener listener, final List<String> messages)
		{
			return Amplifier.open(new Mean(), styles);
		}

		@Override
		public void close() {}
	}

	/** Mean make-up of the exemplars, whose faces lie where the target's does. */
	private static final class Mean implements ResidualBackbone {

		@Override
		public String name() {
			return "mean";
		}

		@Override
		public float[] residual(final Target target,
			final List<SeedPair> exemplars, final int steps, final long seed)
		{
			final SplittableRandom random = new SplittableRandom(seed);
			final float[] r = new float[target.bare().length];
			for (int i = 0; i < r.length; i++) {
				for (final SeedPair s : exemplars)
					r[i] += (s.made()[i] - s.bare()[i]) / exemplars.size();
				r[i] += 0.01f * (float) (random.nextDouble() - 0.5);
			}
			return r;
		}

		@Override
		public float[] unconditional(final Target target) {
			return target.bare().clone();
		}

		@Override
		public void close() {}
	}
}
