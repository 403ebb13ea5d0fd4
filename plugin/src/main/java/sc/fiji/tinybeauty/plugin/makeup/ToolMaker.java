package sc.fiji.tinybeauty.plugin.makeup;

import java.io.IOException;
import java.util.List;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.FaceTracker;
import sc.fiji.tinybeauty.models.makeup.MakeupTool;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.recipe.Recipes;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** A {@link Maker} on the networks of the models module. */
final class ToolMaker implements Maker, AutoCloseable {

	private final MakeupTool tool;
	private final FaceTracker tracker = new FaceTracker();

	private ToolMaker(final MakeupTool tool) {
		this.tool = tool;
	}

	/**
	 * @throws IllegalArgumentException if there is no such style, or its file is
	 *           damaged
	 * @throws IllegalStateException if there is no engine or no such device
	 */
	static ToolMaker open(final String style, final DeviceChoice device) {
		try {
			return new ToolMaker(MakeupTool.open(Styles.byNameOrFile(style), device));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	/**
	 * @throws IllegalArgumentException if there is no such recipe, or its file is
	 *           not valid
	 * @throws IllegalStateException if there is no engine or no such device
	 */
	static ToolMaker openRecipe(final String recipe, final DeviceChoice device) {
		try {
			return new ToolMaker(MakeupTool.open(Recipes.byNameOrFile(recipe),
				device));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("The recipe " + recipe +
				" cannot be read: choose another file.", e);
		}
	}

	void warm() {
		tool.warm();
	}

	@Override
	public String style() {
		return tool.name();
	}

	@Override
	public List<FaceResidual> residuals(final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi)
	{
		return tool.residuals(photo, faces, search, roi);
	}

	@Override
	public List<FaceResidual> next(final boolean first, final RgbPlane photo,
		final FaceSelection faces, final Search search, final Interval roi)
	{
		if (first) tracker.reset();
		return tool.residuals(photo, faces, search, roi, tracker);
	}

	@Override
	public void composite(final RgbPlane photo, final List<FaceResidual> faces,
		final Strengths strengths, final RgbPlane result)
	{
		tool.composite(photo, faces, strengths, result);
	}

	@Override
	public RandomAccessibleInterval<FloatType> residualImage(
		final RgbPlane photo, final List<FaceResidual> faces,
		final Strengths strengths)
	{
		return tool.residualImage(photo, faces, strengths);
	}

	@Override
	public void close() {
		tool.close();
	}
}
