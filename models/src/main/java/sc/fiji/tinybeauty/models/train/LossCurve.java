package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The course of a training: loss per step and figures on unseen faces. */
public final class LossCurve {

	/**
	 * @param step finished steps
	 * @param loss loss of that step
	 * @param relativeError recent error on made-up pixels, 1 = no make-up
	 */
	public record Point(int step, double loss, double relativeError) {}

	/**
	 * @param step finished steps
	 * @param result figures on unseen faces
	 */
	public record Check(int step, ValidationResult result) {}

	private final List<Point> points = new ArrayList<>();
	private final List<Check> checks = new ArrayList<>();

	synchronized void add(final int step, final double loss,
		final double relativeError)
	{
		points.add(new Point(step, loss, relativeError));
	}

	synchronized void add(final int step, final ValidationResult result) {
		checks.add(new Check(step, result));
	}

	/** @return a copy of all points so far */
	public synchronized List<Point> points() {
		return List.copyOf(points);
	}

	/** @return a copy of all validations so far */
	public synchronized List<Check> checks() {
		return List.copyOf(checks);
	}

	/**
	 * @return a table with columns
	 *         {@code step,loss,relative_error,psnr,gain,mask_psnr,drift}; the last
	 *         four are empty where nothing was validated
	 */
	public synchronized String toCsv() {
		final StringBuilder csv = new StringBuilder(
			"step,loss,relative_error,psnr,gain,mask_psnr,drift\n");
		int next = 0;
		for (final Point p : points) {
			csv.append(String.format(Locale.ROOT, "%d,%.6f,%.4f", p.step(), p.loss(),
				p.relativeError()));
			if (next < checks.size() && checks.get(next).step() == p.step()) {
				final ValidationResult.Figures f = checks.get(next++).result().all();
				csv.append(String.format(Locale.ROOT, ",%.3f,%.3f,%.3f,%.3f%n", f
					.psnr(), f.gain(), f.maskPsnr(), f.drift()));
			}
			else csv.append(",,,,\n");
		}
		return csv.toString();
	}
}
