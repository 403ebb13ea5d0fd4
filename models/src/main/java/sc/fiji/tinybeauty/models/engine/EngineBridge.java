package sc.fiji.tinybeauty.models.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * DJL's bridge library between Java and PyTorch, which comes with this program
 * and has to fit PyTorch's version exactly.
 *
 * @param resource where it lies on the class path
 * @param fileName name under which DJL looks for it beside PyTorch
 */
record EngineBridge(String resource, String fileName) {

	private static final ClassLoader LOADER = EngineBridge.class.getClassLoader();

	static EngineBridge fitting(final EngineJar jar) throws IOException {
		final Platform platform = Platform.current();
		final String unsupported = platform.unsupported();
		if (unsupported != null) throw new IOException(unsupported);
		if (!jar.classifier().equals(platform.classifier())) throw jar.problem(
			"is for " + jar.classifier() + ", and this computer is " + platform
				.classifier());
		final String[] versions = versions();
		if (!jar.version().equals(versions[0])) throw jar.problem("holds PyTorch " +
			jar.version() + ", and this release needs " + versions[0]);
		final String resource = "jnilib/" + platform.classifier() + "/" + jar
			.flavor() + "/" + platform.bridgeName();
		if (LOADER.getResource(resource) == null) throw jar.problem("is of flavor " +
			jar.flavor() + ", for which this release has no bridge");
		return new EngineBridge(resource, versions[1] + "-" + platform
			.bridgeName());
	}

	/** Versions of PyTorch and of DJL that the bridge joins. */
	private static String[] versions() throws IOException {
		final Properties p = new Properties();
		try (InputStream in = LOADER.getResourceAsStream(
			"jnilib/pytorch.properties"))
		{
			if (in != null) p.load(in);
		}
		final String[] versions = p.getProperty("jni_version", "").split("-");
		if (versions.length != 2) throw new IOException(
			"This program lacks the jar pytorch-jni: install TinyBeauty again.");
		return versions;
	}

	InputStream open() {
		return LOADER.getResourceAsStream(resource);
	}
}
