package sc.fiji.tinybeauty.models.benchmark;

import sc.fiji.tinybeauty.models.style.StyleProgress;

/** Prints a line twice a minute. */
final class ConsoleProgress implements StyleProgress {

	private static final double EVERY = 30e9;

	private final String name;
	private long last = System.nanoTime();

	ConsoleProgress(final String name) {
		this.name = name;
	}

	@Override
	public void show(final int done, final int total, final String what) {
		if (System.nanoTime() - last < EVERY) return;
		last = System.nanoTime();
		System.out.printf("%tT %s: %s (%d of %d)%n", System.currentTimeMillis(), name,
			what, done, total);
	}

	@Override
	public void message(final String message) {
		System.out.println(message);
	}
}
