package sc.fiji.tinybeauty.models.train;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reports a training as lines of text; a file named {@code stop} in the output
 * folder ends it and keeps the best weights.
 */
public final class TrainingProgress implements TrainingListener {

	private static final int EVERY = 50;

	private final PrintStream out;
	private final Path stop;
	private long last = System.nanoTime();
	private ValidationResult latest;

	/**
	 * @param out receives the lines
	 * @param folder the output folder
	 */
	public TrainingProgress(final PrintStream out, final Path folder) {
		this.out = out;
		stop = folder.resolve("stop");
	}

	/** @return the latest figures, or null */
	ValidationResult latest() {
		return latest;
	}

	@Override
	public void step(final int step, final int steps, final double loss,
		final double relativeError)
	{
		if (step % EVERY != 0) return;
		final long now = System.nanoTime();
		out.printf(Locale.ROOT, "%tT %d/%d loss %.5f error %.3f %.0f ms/step%n",
			System.currentTimeMillis(), step, steps, loss, relativeError, (now -
				last) / 1e6 / EVERY);
		last = now;
	}

	@Override
	public void validated(final int step, final ValidationResult result) {
		latest = result;
		print("step " + step + " all", result.all());
		result.byTone().forEach((tone, f) -> print("  " + tone, f));
		last = System.nanoTime();
	}

	private void print(final String what, final ValidationResult.Figures f) {
		out.printf(Locale.ROOT,
			"%s: n %d, untouched %.2f, PSNR %.2f, gain %.2f, mask %.2f, drift %.3f%n",
			what, f.count(), f.idlePsnr(), f.psnr(), f.gain(), f.maskPsnr(), f
				.drift());
	}

	@Override
	public void message(final String message) {
		out.println(message);
	}

	@Override
	public boolean stopRequested() {
		return Files.exists(stop);
	}
}
