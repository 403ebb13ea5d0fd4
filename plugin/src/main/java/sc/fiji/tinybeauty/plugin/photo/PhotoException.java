package sc.fiji.tinybeauty.plugin.photo;

import java.io.IOException;

/** A photograph cannot be used; the message is one sentence for its user. */
final class PhotoException extends IOException {

	PhotoException(final String sentence) {
		super(sentence);
	}
}
