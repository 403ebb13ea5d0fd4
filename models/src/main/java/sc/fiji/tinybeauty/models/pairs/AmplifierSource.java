package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.SeedPair;

/** The networks of an amplification. */
interface AmplifierSource extends AutoCloseable {

	/** @return what finds faces */
	FaceCutter cutter();

	/** @return what the pictures depend on: prior, engine, device, threads */
	Map<String, String> settings();

	/** @return how many faces are made up at a time */
	int workers();

	/**
	 * Opens the amplifier, after fine-tuning if that is wanted and was not done
	 * before.
	 *
	 * @param styles seeds of every style
	 * @param faces bare faces for fine-tuning, if there are any
	 * @param store where tuned weights are kept, or null
	 * @param listener hears of it
	 * @param messages receives what was decided
	 */
	Amplifier open(Map<String, List<SeedPair>> styles,
		Supplier<List<BareFace>> faces, PairSetWriter store,
		AmplifyListener listener, List<String> messages) throws IOException;

	@Override
	void close();
}
