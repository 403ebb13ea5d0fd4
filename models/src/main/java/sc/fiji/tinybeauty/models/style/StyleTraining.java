package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.train.StyleTrainer;

/**
 * Trains a style of one's own from a folder of pairs, in a given time, and adds
 * it to the styles that users choose from (data amplify learning, Jin et al.
 * 2024, from its second half on). Interrupted, the same order goes on with the
 * same schedule; {@code NAME.training} beside the output holds what that needs.
 */
public final class StyleTraining {

	/** Share of the time for what comes after the last step. */
	private static final double RESERVE = 0.03;

	private final StyleOrder order;
	private final StyleProgress progress;
	private final long begun = System.nanoTime();
	private final List<String> leftOut = new ArrayList<>();
	private List<ShelfPair> judges = List.of();

	private StyleTraining(final StyleOrder order,
		final StyleProgress progress)
	{
		this.order = order;
		this.progress = progress;
	}

	/**
	 * Trains.
	 *
	 * @param order what to train
	 * @param progress is told, may stop (the best weights so far are kept) or
	 *          cancel (nothing is written; the same order goes on later)
	 * @return the style, which is written
	 * @throws IOException with one sentence if pairs cannot be read or files not be
	 *           written
	 * @throws InterruptedException if this thread is interrupted
	 * @throws CancellationException if the listener said so
	 * @throws IllegalArgumentException if there are no pairs or no such style to
	 *           begin with
	 * @throws IllegalStateException if nothing can be learnt from the pairs, or
	 *           there is no engine
	 */
	public static TrainedStyle train(final StyleOrder order,
		final StyleProgress progress) throws IOException, InterruptedException
	{
		try (WorkFolder work = WorkFolder.open(order.beside(".training"))) {
			final TrainedStyle result = new StyleTraining(order, progress).run(work);
			work.clear();
			return result;
		}
	}

	/**
	 * @param from see {@link StyleOrder#from}
	 * @return name and hash of the weights that this means now, for records
	 * @throws IOException if a style cannot be read
	 * @throws IllegalArgumentException if there is no such style
	 */
	public static String start(final String from) throws IOException {
		return StartWeights.of(from).name();
	}

	private TrainedStyle run(final WorkFolder work) throws IOException,
		InterruptedException
	{
		final StartWeights start = StartWeights.of(order.from());
		final List<ShelfPair> all = gather(work);
		if (all.isEmpty()) throw new IllegalArgumentException("\"" + order.pairs() +
			"\" holds no usable pair: " + (leftOut.isEmpty() ? "it is empty"
				: String.join("; ", leftOut)) + ".");
		final HoldOut parts = HoldOut.choose(all, order.holdOut(), order.seed())
			.with(judges);
		final PairShelf shelf = new PairShelf(parts.train(), parts.held());
		final TrainingPlan plan = plan(work, shelf, parts, Belonging.of(order, start,
			parts));
		final TrainingFollower follower = new TrainingFollower(progress, order
			.steps() > 0 ? 0 : order.minutes() * 60 * (1 - RESERVE), begun);
		final StyleTrainer.Result result = start.prepare(new StyleTrainer(order
			.device())).resumable(work.checkpoint()).train(shelf, plan.options(order,
				start), follower);
		if (follower.left()) throw new CancellationException(
			"Train Style was cancelled; the same command goes on where it stopped.");
		return new StyleOutput(order, start, parts, leftOut).write(plan, result);
	}

	/** Takes the pairs in and, if there are bare faces, makes more of them. */
	private List<ShelfPair> gather(final WorkFolder work) throws IOException {
		try (FaceFinder finder = FaceFinder.open(order.device())) {
			final PairGathering given = new PairGathering(PairSet.open(order.pairs()),
				finder, work.crops()).run(progress);
			leftOut.addAll(given.leftOut());
			if (order.seeds() != null) judges = new PairGathering(PairSet.open(order
				.seeds()), finder, work.seedCrops()).run(progress).pairs();
			if (order.faces() == null || given.pairs().isEmpty()) return given.pairs();
			final List<SeedPair> seeds = seeds(given.pairs(), finder);
			final List<FaceFile> faces = FaceFiles.read(order.faces(), finder,
				progress);
			if (faces.isEmpty()) throw new IllegalArgumentException("\"" + order
				.faces() + "\" holds no picture with a usable face.");
			final PairSet warped = MadePairs.write(work.warped(), Map.of("made by",
				"warp", "pairs", Belonging.of(given.pairs()), "faces", Integer.toString(
					faces.size())), faces, new SeedWarp(seeds), progress);
			final List<ShelfPair> all = new ArrayList<>(given.pairs());
			all.addAll(new PairGathering(warped, finder, work.crops()).run(progress)
				.pairs());
			return all;
		}
	}

	private static List<SeedPair> seeds(final List<ShelfPair> pairs,
		final FaceFinder finder) throws IOException
	{
		final List<SeedPair> seeds = new ArrayList<>();
		for (final ShelfPair pair : pairs) {
			final PairPictures p = pair.pictures().read();
			seeds.add(new SeedPair(pair.name(), p.barePlanar(), p.madePlanar(), finder
				.precise(FaceFraming.plane(p.bare(), p.width(), p.height())).landmarks()));
		}
		return seeds;
	}

	private TrainingPlan plan(final WorkFolder work, final PairShelf shelf,
		final HoldOut parts, final String belongsTo) throws IOException,
		InterruptedException
	{
		final TrainingPlan known = TrainingPlan.read(work.plan(), belongsTo);
		if (known != null) {
			if (Files.exists(work.checkpoint())) progress.message(
				"Going on with the training that was interrupted.");
			return known;
		}
		final TrainingPlan plan = TrainingPlan.of(belongsTo, order.steps() > 0 ? order
			.steps() : stepsInTime(shelf, parts));
		plan.write(work.plan());
		return plan;
	}

	private int stepsInTime(final PairShelf shelf, final HoldOut parts)
		throws IOException, InterruptedException
	{
		progress.show(0, 1, "Measuring the speed of this machine");
		final SpeedProbe probe = SpeedProbe.measure(shelf, order);
		final double left = Math.max(0, order.minutes() * 60 * (1 - 2 * RESERVE) -
			(System.nanoTime() - begun) / 1e9);
		final int steps = probe.steps(left, StartWeights.of(order.from()).options(1)
			.partUntil(), parts.held().size(), TrainingPlan.CHECKS, order.batch());
		progress.message(String.format(Locale.ROOT,
			"%d steps of %.0f to %.0f ms fit into %.1f minutes.", steps, 1000 * probe
				.early(), 1000 * probe.late(), left / 60));
		return steps;
	}
}
