package sc.fiji.tinybeauty.models.evaluate;

import java.util.List;

/**
 * Figures of several pictures.
 *
 * @param name name of the group
 * @param pictures number of pictures measured
 * @param figures means of per-picture values
 * @param frechet Frechet distance between the EfficientNet-Lite0 features of
 *          results and truths (bare pictures where there is no truth). Not FID,
 *          whose network is another one; with fewer than some 2,000 pictures only
 *          sets of the same size can be compared
 * @param kernel 1000 times the kernel distance between the same
 */
public record EvaluationGroup(String name, int pictures, Figures figures,
	Estimate frechet, Estimate kernel)
{

	/** @return a group of measured pictures */
	static EvaluationGroup of(final String name, final List<EvaluationRow> rows) {
		final FeatureDistributions features = new FeatureDistributions(rows.stream()
			.map(EvaluationRow::features).toList());
		return new EvaluationGroup(name, rows.size(), Figures.mean(rows.stream().map(
			EvaluationRow::figures).toList()), features.frechet(), features.kernel());
	}
}
