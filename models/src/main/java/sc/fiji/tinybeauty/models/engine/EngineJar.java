package sc.fiji.tinybeauty.models.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar of native libraries, not trusted: entries must be plain files in one
 * folder, and their number, size and rate of compression have limits that are
 * counted while reading.
 *
 * @param file the jar
 * @param zip the same, open
 * @param description what it says about itself: version, flavor, classifier
 */
record EngineJar(Path file, ZipFile zip, Properties description) {

	static final int MAX_ENTRIES = 1000;

	/** The CUDA libraries need 4 GiB. */
	static final long MAX_BYTES = 8L << 30;

	/** Libraries shrink to a quarter; a bomb shrinks to a thousandth. */
	static final int MAX_RATIO = 100;

	String version() {
		return text("version", "\\d+(\\.\\d+)*(-[\\w.]+)?").split("-")[0];
	}

	String flavor() {
		return text("flavor", "[a-z0-9]+(-precxx11)?");
	}

	String classifier() {
		return text("classifier", "[a-z0-9_]+-[a-z0-9_]+");
	}

	private String text(final String key, final String form) {
		final String value = description.getProperty(key, "");
		return value.matches(form) ? value : "unknown";
	}

	String folderName() {
		return "pytorch-" + version() + "-" + flavor() + "-" + classifier();
	}

	/** Unpacks the libraries into an empty folder. */
	void extract(final Path folder) throws IOException {
		if (zip.size() > MAX_ENTRIES) throw problem("has more than " + MAX_ENTRIES +
			" entries");
		final String prefix = "pytorch/" + flavor() + "/" + classifier() + "/";
		final Budget budget = new Budget(Math.min(MAX_BYTES, MAX_RATIO * Files.size(
			file)));
		for (final ZipEntry entry : Collections.list(zip.entries())) {
			final String name = entry.getName();
			if (name.startsWith("/") || name.contains("\\") || name.contains(":") ||
				("/" + name + "/").contains("/../")) throw problem(
					"has an entry that points outside of it");
			if (entry.isDirectory() || !name.startsWith(prefix)) continue;
			final String plain = name.substring(prefix.length());
			if (plain.isEmpty() || plain.contains("/")) throw problem(
				"has libraries in unexpected folders");
			try (InputStream in = budget.count(zip.getInputStream(entry))) {
				EngineInstaller.copy(in, folder.resolve(plain));
			}
		}
		if (!Files.isRegularFile(folder.resolve(Platform.current().torchName())))
			throw problem("holds no " + Platform.current().torchName());
	}

	IOException problem(final String what) {
		return new IOException("The file " + file + " " + what +
			": it was not installed.");
	}

	/** How much may still be unpacked. */
	private final class Budget {

		private long left;

		Budget(final long bytes) {
			left = bytes;
		}

		InputStream count(final InputStream in) {
			return new FilterInputStream(in) {

				@Override
				public int read() throws IOException {
					final byte[] one = new byte[1];
					return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
				}

				@Override
				public int read(final byte[] b, final int off, final int len)
					throws IOException
				{
					final int n = super.read(b, off, len);
					left -= Math.max(0, n);
					if (left < 0) throw problem("unpacks to far more than a library");
					return n;
				}
			};
		}
	}
}
