package sc.fiji.tinybeauty.models.engine;

import java.util.function.Supplier;

/**
 * Makes the class loader of this library the calling thread's context class
 * loader for a while. DJL finds its engines and resources through that loader,
 * which inside ImageJ may belong to another plugin or be null.
 */
final class ContextLoader {

	private ContextLoader() {}

	static <T> T call(final Supplier<T> code) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(ContextLoader.class.getClassLoader());
		try {
			return code.get();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
