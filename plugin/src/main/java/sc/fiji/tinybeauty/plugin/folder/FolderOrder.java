package sc.fiji.tinybeauty.plugin.folder;

import java.nio.file.Path;

import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;

/**
 * What to do with a folder.
 *
 * @param in folder of photographs; folders within it are not entered
 * @param out folder for the results; made if need be, never the same as
 *          {@code in}
 * @param settings what to do to each photograph
 * @param format format of the results
 */
public record FolderOrder(Path in, Path out, MakeupSettings settings,
	PhotoFormat format)
{
}
