package sc.fiji.tinybeauty.models.engine;

import java.util.Locale;

/**
 * Operating system and processor as DJL names them.
 *
 * @param os linux, win or osx
 * @param arch x86_64 or aarch64
 */
record Platform(String os, String arch) {

	static Platform current() {
		return of(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Platform of(final String osName, final String osArch) {
		final String name = osName.toLowerCase(Locale.ROOT);
		final String arch = osArch.toLowerCase(Locale.ROOT);
		return new Platform(name.startsWith("win") ? "win" : name.startsWith("mac")
			? "osx" : "linux", arch.equals("amd64") || arch.equals("x86_64")
				? "x86_64" : arch.equals("arm64") ? "aarch64" : arch);
	}

	/** Which jar of natives fits, for example linux-x86_64. */
	String classifier() {
		return os + "-" + arch;
	}

	/** File name of DJL's bridge to PyTorch. */
	String bridgeName() {
		return os.equals("win") ? "djl_torch.dll" : os.equals("osx")
			? "libdjl_torch.dylib" : "libdjl_torch.so";
	}

	/** File name of PyTorch's main library. */
	String torchName() {
		return os.equals("win") ? "torch.dll" : os.equals("osx")
			? "libtorch.dylib" : "libtorch.so";
	}

	/** One sentence if PyTorch does not exist for this platform, else null. */
	String unsupported() {
		if (classifier().equals("osx-x86_64"))
			return "PyTorch ended its support of Intel Macs: " +
				"use an Apple-silicon Mac, Linux or Windows.";
		if (!arch.equals("x86_64") && !classifier().equals("linux-aarch64") &&
			!classifier().equals("osx-aarch64")) return "There is no PyTorch for " +
				classifier() + ": use 64-bit Linux, Windows or an Apple-silicon Mac.";
		return null;
	}
}
