package sc.fiji.tinybeauty.plugin.makeup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.Styles;

/**
 * The make-up tools of this program. The tool used last stays open, so that
 * neither a macro's next image nor the next move of a slider loads networks
 * again.
 */
public final class MakeupTools implements MakerSource {

	private static final MakeupTools SHARED = new MakeupTools();

	private String key;
	private ToolMaker open;

	private MakeupTools() {}

	/** @return the tools that all commands share */
	public static MakeupTools shared() {
		return SHARED;
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
			open = ToolMaker.open(style, device);
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
	private static String stamp(final String style) {
		try {
			final Path file = Styles.file(style);
			return file == null ? "" : Files.getLastModifiedTime(file).toString();
		}
		catch (final IOException e) {
			return "";
		}
	}
}
