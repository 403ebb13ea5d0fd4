package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.AmplifierSettings;
import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.style.FaceFile;
import sc.fiji.tinybeauty.models.style.MadePairs;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/** The amplifier with its prior, or fine-tuned on the seeds of a look. */
final class Teachers {

	/** Bare faces for the random make-up that is mixed in while tuning. */
	private static final int PEOPLE = 300;

	private final BenchmarkSettings settings;
	private final List<FaceFile> faces;
	private Prior prior;

	Teachers(final BenchmarkSettings settings, final List<FaceFile> faces) {
		this.settings = settings;
		this.faces = faces;
	}

	private Prior prior() throws IOException {
		if (prior == null) prior = settings.path("prior") == null ? Prior.shipped()
			: Prior.load(settings.path("prior"));
		return prior;
	}

	/** @return hash of the general prior's weights */
	String fingerprint() throws IOException {
		return prior().card().sha256();
	}

	/** Something to do with a teacher. */
	interface Lesson {

		void with(MadePairs.Maker teacher) throws IOException, InterruptedException;
	}

	/**
	 * Opens the amplifier, uses it, closes it.
	 *
	 * @param seeds the seeds it follows
	 * @param tuned weights to use, see {@link #tune}; null for the prior
	 * @param variety 0 for teachers that are measured
	 * @param lesson what to do
	 */
	void teach(final List<SeedPair> seeds, final Prior tuned,
		final double variety, final Lesson lesson) throws IOException,
		InterruptedException
	{
		final AmplifierSettings how = AmplifierSettings.standard().withSteps(settings
			.number("sampling")).withVariety(variety).withSeed(settings.number("seed"));
		try (Amplifier amplifier = Amplifier.open(tuned == null ? prior() : tuned,
			seeds, settings.device()))
		{
			lesson.with((bare, landmarks, index) -> amplifier.amplify(bare, landmarks,
				how, index).made());
		}
	}

	/**
	 * Fine-tunes on seeds, or takes what an earlier run left in the folder.
	 *
	 * @param folder receives {@code tuned.safetensors} if tuning helped, and
	 *          {@code tuned.txt}, what was decided
	 * @param seeds the seeds
	 * @return the tuned prior, or null if the general one is better or none was
	 *         wanted
	 */
	Prior tune(final Path folder, final List<SeedPair> seeds) throws IOException,
		InterruptedException
	{
		if (settings.fineTuning() == FineTuning.Mode.NO) return null;
		final Path weights = folder.resolve("tuned.safetensors"), said = folder
			.resolve("tuned.txt");
		if (!Files.exists(said)) {
			final List<BareFace> people = new ArrayList<>();
			for (final FaceFile face : faces.subList(0, Math.min(PEOPLE, faces.size())))
				people.add(new BareFace(face.name(), "", face.pixels().read(), face
					.landmarks()));
			final FineTuning.Result result = FineTuning.run(prior(), Map.of("style",
				seeds), people, FineTuning.Options.of(settings.fineTuning(), settings
					.number("seed")), new TrainingListener()
				{

						@Override
						public void message(final String message) {
							System.out.println(message);
						}
					});
			if (result.tuned()) result.prior().save(weights);
			AtomicFile.write(said, result.message().getBytes(StandardCharsets.UTF_8));
		}
		System.out.println(Files.readString(said));
		return Files.exists(weights) ? Prior.load(weights) : null;
	}
}
