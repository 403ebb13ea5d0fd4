package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import sc.fiji.tinybeauty.models.amplify.Amplified;
import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.evaluate.FrameReader;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Data amplify learning's first half: a few retouched pairs and many bare faces
 * in, a pair data set out. Commands, macros, scripts and tests all come here.
 * <p>
 * The same order gives the same bytes, in one go or resumed after it was killed.
 * Memory does not depend on the number of pairs.
 * </p>
 */
public final class DatasetAmplifier {

	/** Pairs between two points at which a run can be taken up. */
	static final int BATCH = 16;
	/** Name of the style that regions without a choice follow. */
	private static final String STYLE = "style";
	/** Faces used to fine-tune the prior. */
	private static final int TUNING_FACES = 128;

	private final FrameReader reader;
	private final AmplifyListener listener;
	private final SourceOpener opener;

	/** Opens networks. */
	interface SourceOpener {

		AmplifierSource open(AmplifyOrder order) throws IOException;
	}

	/**
	 * @param reader reads photographs and seeds
	 * @param listener hears of progress
	 */
	public DatasetAmplifier(final FrameReader reader,
		final AmplifyListener listener)
	{
		this(reader, listener, TorchSource::new);
	}

	DatasetAmplifier(final FrameReader reader, final AmplifyListener listener,
		final SourceOpener opener)
	{
		this.reader = reader;
		this.listener = listener;
		this.opener = opener;
	}

	/**
	 * Makes a pair data set, or goes on with one that was interrupted.
	 *
	 * @param order what to amplify
	 * @return what came of it; files that could not be used are in there
	 * @throws IOException with one sentence if a folder cannot be read or written,
	 *           or {@code out} holds something else or pairs of other settings
	 * @throws IllegalArgumentException with one sentence if no seed or no face can
	 *           be used
	 * @throws IllegalStateException if there is no engine or not that device
	 * @throws CancellationException if the listener said so; whole batches are
	 *           kept
	 */
	public AmplifyReport run(final AmplifyOrder order) throws IOException {
		final long start = System.nanoTime();
		final List<Path> photos = photos(order);
		try (AmplifierSource source = opener.open(order)) {
			final List<String> messages = new ArrayList<>();
			final Map<String, Seeds> seeds = seeds(order, source.cutter(), messages);
			final FaceRights rights = FaceRights.of(order.faces());
			final int kept = order.keepsSeeds() ? seeds.get(STYLE).pairs().size() : 0;
			final PairSetCard plan = new PairSetCard(order.count() + kept, rights
				.licences(photos), AmplifySettings.of(order, source, seeds, photos));
			try (PairSetWriter writer = PairSetWriter.open(order.out(), plan, BATCH)) {
				final int before = writer.done();
				final List<Problem> problems = new ArrayList<>();
				seeds.values().forEach(s -> problems.addAll(s.problems()));
				if (!writer.finished()) {
					final FaceWalk walk = walk(order, photos, source);
					if (before > 0) walk.restore(place(writer));
					try (Amplifier amplifier = source.open(pairs(seeds), () -> tuningFaces(
						walk(order, photos, source)), writer, listener, messages);
							BatchMaker maker = new BatchMaker(order, amplifier, rights, source
								.workers()))
					{
						make(writer, walk, maker, kept == 0 ? null : seeds.get(STYLE));
					}
					problems.addAll(walk.problems());
				}
				final PairSet set = writer.finish(problems);
				return new AmplifyReport(set, ProblemTable.read(set.folder()), messages,
					plan.count() - before, (System.nanoTime() - start) / 1e9);
			}
		}
	}

	/** @param kept seeds that come first in the set, or null */
	private void make(final PairSetWriter writer, final FaceWalk walk,
		final BatchMaker maker, final Seeds kept) throws IOException
	{
		final int seeds = kept == null ? 0 : kept.pairs().size();
		while (writer.next() > 0) {
			final int done = writer.done(), end = done + writer.next();
			final int count = writer.count();
			final List<PairSetWriter.Sample> samples = new ArrayList<>();
			for (int i = done; i < Math.min(seeds, end); i++)
				samples.add(maker.annotated(kept.pairs().get(i), kept.entries().get(i),
					i));
			final int first = done + samples.size();
			final List<AlignedFace> faces = new ArrayList<>();
			while (first + faces.size() < end) {
				requireGoingOn(done, count, "Finding faces");
				faces.add(walk.next());
			}
			samples.addAll(maker.make(faces, first - seeds, i -> requireGoingOn(first +
				i, count, "Amplifying")));
			// The lines of the batch make it count, so the place comes before them.
			walk.save(writer.companion(placeName(end), false));
			writer.write(samples);
		}
	}

	private static String placeName(final int done) {
		return "place-" + done + ".json";
	}

	private static Path place(final PairSetWriter writer) {
		return writer.companion(placeName(writer.done()), false);
	}

	private void requireGoingOn(final int done, final int total,
		final String what)
	{
		if (!listener.next(done, total, what)) throw new CancellationException(
			"The amplification was cancelled; run it again with the same settings to go on.");
	}

	private FaceWalk walk(final AmplifyOrder order, final List<Path> photos,
		final AmplifierSource source)
	{
		return new FaceWalk(photos, reader, source.cutter(), order.settings()
			.seed());
	}

	private static List<BareFace> tuningFaces(final FaceWalk walk) {
		final List<BareFace> faces = new ArrayList<>();
		while (faces.size() < TUNING_FACES) {
			final AlignedFace face = walk.next();
			if (faces.stream().anyMatch(f -> f.file().equals(face.source()))) break;
			faces.add(new BareFace(face.source(), "", face.rgb(), face.landmarks()));
		}
		return faces.size() < TunedPrior.LEAST_FACES ? List.of() : faces;
	}

	private Map<String, Seeds> seeds(final AmplifyOrder order,
		final FaceCutter cutter, final List<String> messages) throws IOException
	{
		final Map<String, Path> folders = new LinkedHashMap<>();
		folders.put(STYLE, order.seeds());
		folders.putAll(new TreeMap<>(order.mix()));
		final Map<String, Seeds> seeds = new LinkedHashMap<>();
		for (final Map.Entry<String, Path> f : folders.entrySet()) {
			final Seeds s = Seeds.read(f.getValue(), reader, cutter);
			seeds.put(f.getKey(), s);
			messages.addAll(s.messages());
			s.messages().forEach(listener::message);
		}
		return seeds;
	}

	private static Map<String, List<SeedPair>> pairs(
		final Map<String, Seeds> seeds)
	{
		final Map<String, List<SeedPair>> pairs = new LinkedHashMap<>();
		seeds.forEach((style, s) -> pairs.put(style, s.pairs()));
		return pairs;
	}

	private List<Path> photos(final AmplifyOrder order) throws IOException {
		final Path faces = order.faces();
		if (faces == null || order.out() == null) throw new IllegalArgumentException(
			"Give a folder of photographs and one for the pairs.");
		if (!Files.isDirectory(faces)) throw new IOException("\"" + faces +
			"\" is no folder; give one with photographs of bare faces.");
		final List<Path> photos = reader.pictures(faces);
		if (photos.isEmpty()) throw new IllegalArgumentException("\"" + faces +
			"\" holds no photographs; give a folder with bare faces.");
		return photos;
	}

	/**
	 * Variants of one picture.
	 *
	 * @param bare crop of its largest face, 256 x 256, 8-bit interleaved
	 * @param cropToPhoto where the crop lies
	 * @param variants the made-up crops
	 * @param messages how well every seed fits, what fine-tuning gained
	 */
	public record Variants(byte[] bare, Similarity cropToPhoto,
		List<Amplified> variants, List<String> messages)
	{

		/** @return side of the crops, pixels */
		public int size() {
			return FaceCrop.SIZE;
		}
	}

	/**
	 * Makes up one picture several times. The prior is only fine-tuned if the
	 * order insists on it, since that takes much longer than the variants.
	 *
	 * @param order seeds, settings and number of variants; folders of faces and
	 *          results do not matter
	 * @param photo a picture; its largest face counts
	 * @return the variants
	 * @throws IOException as {@link #run}
	 * @throws IllegalArgumentException with one sentence if the picture shows no
	 *           face
	 * @throws IllegalStateException if there is no engine or not that device
	 * @throws CancellationException if the listener said so
	 */
	public Variants variants(final AmplifyOrder order, final RgbPlane photo)
		throws IOException
	{
		final boolean insists = order.finetune() == FineTuning.Mode.YES;
		try (AmplifierSource source = opener.open(insists ? order : order.with(
			FineTuning.Mode.NO)))
		{
			final List<FaceCutter.Cut> cuts = source.cutter().cut(photo);
			final AlignedFace face = cuts.isEmpty() ? null : FaceCrops.face("image",
				photo, cuts.get(0), source.cutter());
			if (face == null) throw new IllegalArgumentException(
				"The image shows no face that is large enough; open another one.");
			final List<String> messages = new ArrayList<>();
			final Map<String, Seeds> seeds = seeds(order, source.cutter(), messages);
			final List<Amplified> variants = new ArrayList<>();
			try (Amplifier amplifier = source.open(pairs(seeds), List::of, null,
				listener, messages))
			{
				for (int i = 0; i < order.count(); i++) {
					requireGoingOn(i, order.count(), "Amplifying");
					variants.add(amplifier.amplify(InterleavedRgb.planar(face.rgb()), face
						.landmarks(), order.settings(), BatchMaker.seed(order, face, i)));
				}
			}
			return new Variants(face.rgb(), cuts.get(0).cropToPhoto(), variants,
				messages);
		}
	}
}
