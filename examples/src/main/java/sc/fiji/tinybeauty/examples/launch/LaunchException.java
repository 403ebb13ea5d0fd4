package sc.fiji.tinybeauty.examples.launch;

/** Something the person at the command line has to put right, said in one sentence. */
final class LaunchException extends Exception {

	LaunchException(final String sentence) {
		super(sentence);
	}
}
