package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	/** Adds a point. */
	public synchronized void add(final int step, final double loss,
		final double relativeError)
	{
		points.add(new Point(step, loss, relativeError));
	}

	/** Adds a validation. */
	public synchronized void add(final int step, final ValidationResult result) {
		checks.add(new Check(step, result));
	}

	/** @return all points in rows of step, loss, relative error */
	public synchronized float[] savePoints() {
		final float[] rows = new float[3 * points.size()];
		for (int i = 0; i < points.size(); i++) {
			rows[3 * i] = points.get(i).step();
			rows[3 * i + 1] = (float) points.get(i).loss();
			rows[3 * i + 2] = (float) points.get(i).relativeError();
		}
		return rows;
	}

	/** @return all validations in rows of step and the overall figures */
	public synchronized float[] saveChecks() {
		final float[] rows = new float[6 * checks.size()];
		for (int i = 0; i < checks.size(); i++) {
			final ValidationResult.Figures f = checks.get(i).result().all();
			final double[] row = { checks.get(i).step(), f.count(), f.idlePsnr(), f
				.psnr(), f.maskPsnr(), f.drift() };
			for (int k = 0; k < 6; k++)
				rows[6 * i + k] = (float) row[k];
		}
		return rows;
	}

	/** Replaces everything by what the two methods above gave. */
	public synchronized void restore(final float[] pointRows, final float[] checkRows) {
		points.clear();
		checks.clear();
		for (int i = 0; i < pointRows.length; i += 3)
			add((int) pointRows[i], pointRows[i + 1], pointRows[i + 2]);
		for (int i = 0; i < checkRows.length; i += 6)
			add((int) checkRows[i], new ValidationResult(new ValidationResult.Figures(
				(int) checkRows[i + 1], checkRows[i + 2], checkRows[i + 3], checkRows[i +
					4], checkRows[i + 5]), Map.of()));
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
