package sc.fiji.tinybeauty.plugin.makeup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.recipe.Recipes;

/**
 * The make-up tools of this program. The tool used last stays open, so that
 * neither a macro's next image nor the next move of a slider loads networks
 * again.
 */
public final class MakeupTools implements MakerSource {

	private static final MakeupTools SHARED = new MakeupTools(ToolMaker::open,
		Styles::file);
	private static final MakeupTools RECIPES = new MakeupTools(
		ToolMaker::openRecipe, Recipes::file);

	private final BiFunction<String, DeviceChoice, ToolMaker> opener;
	private final Function<String, Path> files;
	private String key;
	private ToolMaker open;

	private MakeupTools(
		final BiFunction<String, DeviceChoice, ToolMaker> opener,
		final Function<String, Path> files)
	{
		this.opener = opener;
		this.files = files;
	}

	/** @return the tools for styles, which all commands share */
	public static MakeupTools shared() {
		return SHARED;
	}

	/** @return the tools for recipes: a "style" is the name or file of a recipe */
	public static MakeupTools recipes() {
		return RECIPES;
	}

	@Override
	public synchronized <T> T with(final String style, final DeviceChoice device,
		final Function<Maker, T> work)
	{
		return work.apply(tool(style, device));
	}

	@Override
	public synchronized void warmUp(final String style,
		final DeviceChoice device)
	{
		final ToolMaker before = open;
		final ToolMaker tool = tool(style, device);
		if (tool != before) tool.warm();
	}

	private ToolMaker tool(final String style, final DeviceChoice device) {
		final String wanted = style + '\n' + stamp(style) + '\n' + device;
		if (!wanted.equals(key)) {
			close();
			open = opener.apply(style, device);
			key = wanted;
		}
		return open;
	}

	/** Closes the open tool; the next loan opens another one. */
	public synchronized void close() {
		key = null;
		if (open != null) open.close();
		open = null;
	}

	/** A style file that was trained further is another style. */
	private String stamp(final String style) {
		try {
			final Path file = files.apply(style);
			return file == null ? "" : Files.getLastModifiedTime(file).toString();
		}
		catch (final IOException e) {
			return "";
		}
	}
}
