package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and files, one after another. */
final class Fingerprint {

	private final MessageDigest digest;

	Fingerprint() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("This Java knows no SHA-256.", e);
		}
	}

	Fingerprint add(final String text) {
		digest.update(text.getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
		return this;
	}

	/** Adds the bytes of a file, or that it is not there. */
	Fingerprint add(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) return add("missing");
		final byte[] bytes = new byte[1 << 16];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n = in.read(bytes); n >= 0; n = in.read(bytes))
				digest.update(bytes, 0, n);
		}
		return add("file");
	}

	/** @return 64 hexadecimal digits */
	String hex() {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** @return a number from 0 to {@link PairEntry#MAX_SEED} */
	long seed() {
		long seed = 0;
		for (final byte b : digest.digest())
			seed = seed * 257 + (b & 255);
		return seed & PairEntry.MAX_SEED;
	}
}
