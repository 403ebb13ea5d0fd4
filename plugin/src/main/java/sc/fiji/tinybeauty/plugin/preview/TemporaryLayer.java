package sc.fiji.tinybeauty.plugin.preview;

import java.awt.EventQueue;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * One layer above an image's own overlay, which comes back unchanged. The layer
 * is drawn on the event thread; what was asked for before it was last hidden
 * comes too late and is not shown.
 */
final class TemporaryLayer implements AutoCloseable {

	private final ImagePlus image;
	private Overlay own;
	private boolean ownHidden;
	private Overlay shown;
	private long ticket;
	private boolean closed;

	TemporaryLayer(final ImagePlus image) {
		this.image = image;
	}

	/** @return what a request needs to be shown, until the layer is hidden */
	synchronized long ticket() {
		return ticket;
	}

	/** Shows a layer, or none if it is null, soon. */
	void show(final ImageRoi layer, final long forTicket) {
		EventQueue.invokeLater(() -> replace(layer, forTicket));
	}

	private synchronized void replace(final ImageRoi layer,
		final long forTicket)
	{
		if (closed || forTicket != ticket) return;
		restore();
		if (layer == null) return;
		own = image.getOverlay();
		ownHidden = image.getHideOverlay();
		shown = new Overlay();
		if (own != null && !ownHidden) for (final Roi element : own)
			shown.add(element);
		shown.add(layer);
		image.setOverlay(shown);
	}

	synchronized void hide() {
		ticket++;
		restore();
	}

	@Override
	public synchronized void close() {
		closed = true;
		hide();
	}

	/** Leaves the image alone if somebody else has changed its overlay meanwhile. */
	private void restore() {
		if (shown == null) return;
		if (image.getOverlay() == shown) {
			image.setOverlay(own);
			if (ownHidden) image.setHideOverlay(true);
		}
		shown = null;
		own = null;
	}
}
