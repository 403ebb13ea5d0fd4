package sc.fiji.tinybeauty.models.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Painted faces of one recipe in one file, so that a restarted training begins
 * at once. The file carries a key, for example the recipe's hash; with another
 * key it counts as empty. Delete it after a change of the renderer itself, which
 * the key does not tell.
 */
public final class PairCache {

	private final Path file;
	private final String key;
	private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
	private volatile boolean changed;

	/**
	 * @param file the cache, made if missing
	 * @param key what the pictures depend on
	 * @throws IOException if an existing file cannot be read
	 */
	public PairCache(final Path file, final String key) throws IOException {
		this.file = file;
		this.key = key;
		if (!Files.exists(file)) return;
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(file), 1 << 20)))
		{
			if (!in.readUTF().equals(key)) return;
			for (int n = in.readInt(); n > 0; n--) {
				final String name = in.readUTF();
				pictures.put(name, in.readNBytes(in.readInt()));
			}
		}
		catch (final EOFException e) {
			pictures.clear();
		}
	}

	byte[] get(final String name) {
		return pictures.get(name);
	}

	void put(final String name, final byte[] rgb) {
		pictures.put(name, rgb);
		changed = true;
	}

	/** Writes the file if anything is new, then lets go of the pictures. */
	void flush() throws IOException {
		if (changed) {
			final Path part = file.resolveSibling(file.getFileName() + ".part");
			try (DataOutputStream out = new DataOutputStream(
				new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)))
			{
				out.writeUTF(key);
				out.writeInt(pictures.size());
				for (final Map.Entry<String, byte[]> e : pictures.entrySet()) {
					out.writeUTF(e.getKey());
					out.writeInt(e.getValue().length);
					out.write(e.getValue());
				}
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		pictures.clear();
		changed = false;
	}
}
