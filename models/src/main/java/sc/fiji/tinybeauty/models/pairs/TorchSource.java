package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.face.FaceFinder;

/** The compact amplifier and the face networks on PyTorch. */
final class TorchSource implements AmplifierSource {

	private static final int MOST_WORKERS = 4;

	private final AmplifyOrder order;
	private final Prior prior;
	private final FaceFinder finder;

	/**
	 * @throws IOException with one sentence if the prior cannot be read
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	TorchSource(final AmplifyOrder order) throws IOException {
		this.order = order;
		prior = order.prior() == null ? Prior.shipped() : Prior.load(order.prior());
		finder = FaceFinder.open(order.device());
	}

	@Override
	public FaceCutter cutter() {
		return new FoundFaceCutter(finder);
	}

	@Override
	public Map<String, String> settings() {
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("prior", prior.card().sha256());
		settings.put("engine", TorchEngine.NAME + " " + TorchEngine.report()
			.version());
		settings.put("device", TorchEngine.name(TorchEngine.device(order.device())));
		settings.put("threads", String.valueOf(threads()));
		return settings;
	}

	private static int threads() {
		return Integer.getInteger("ai.djl.pytorch.num_threads", 1);
	}

	@Override
	public int workers() {
		return Math.max(1, Math.min(MOST_WORKERS, Runtime.getRuntime()
			.availableProcessors() / threads()));
	}

	@Override
	public Amplifier open(final Map<String, List<SeedPair>> styles,
		final Supplier<List<BareFace>> faces, final PairSetWriter store,
		final AmplifyListener listener, final List<String> messages)
		throws IOException
	{
		final TunedPrior tuned = new TunedPrior(prior, FineTuning.Options.of(order
			.finetune(), order.settings().seed()));
		return Amplifier.open(tuned.get(styles, faces, store, listener, messages),
			styles, order.device());
	}

	@Override
	public void close() {
		finder.close();
	}
}
