package sc.fiji.tinybeauty.models.engine;

import java.nio.file.Path;

/**
 * What is known about the PyTorch engine on this computer.
 *
 * @param state whether it can be used
 * @param version version of PyTorch, or an empty text if not known
 * @param path folder of its native libraries, or null
 * @param bytes size of that folder
 * @param gpu whether it can compute on a graphics processor; known only once
 *          it is loaded
 * @param message one sentence for the user; says what to do where something
 *          is to be done
 */
public record EngineReport(State state, String version, Path path, long bytes,
	boolean gpu, String message)
{

	/** States of an engine. */
	public enum State {
			/** In use by this program. */
			LOADED,
			/** Found, will be loaded when first needed. */
			INSTALLED,
			/** No native libraries were found. */
			NOT_INSTALLED,
			/** Native libraries were found, but they do not load. */
			BROKEN,
			/** There is no engine for this operating system. */
			UNSUPPORTED
	}
}
