package sc.fiji.tinybeauty.plugin.inventory;

/**
 * Something that TinyBeauty needs or offers, and how it is.
 *
 * @param kind engine, face network or style
 * @param name its name
 * @param version version, or the beginning of its SHA-256
 * @param path where it lies
 * @param bytes its size; 0 if not known
 * @param state "loaded", "installed", "ready", or one sentence about what is
 *          wrong and what to do
 * @param devices where it can run
 */
public record Item(String kind, String name, String version, String path,
	long bytes, String state, String devices)
{
}
