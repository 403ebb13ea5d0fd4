package sc.fiji.tinybeauty.plugin.preview;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.gui.ImageRoi;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.plugin.makeup.MakerSource;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;

/**
 * Shows make-up on an image while its dialog is open, as a temporary layer.
 * <p>
 * All work is done in the background; a newer request replaces one that waits.
 * The networks run again only if something else than a strength has changed.
 * </p>
 */
public final class LivePreview implements AutoCloseable {

	private final MakerSource source;
	private final Consumer<String> status;
	private final TemporaryLayer shown;
	private final PreviewFaces faces;
	private final ExecutorService worker;
	private final AtomicReference<MakeupSettings> wanted = new AtomicReference<>();

	/**
	 * @param image the image; only its overlay is replaced for a while
	 * @param source lends the tool
	 * @param status is told what was found, in the background
	 */
	public LivePreview(final ImagePlus image, final MakerSource source,
		final Consumer<String> status)
	{
		this.source = source;
		this.status = status;
		shown = new TemporaryLayer(image);
		faces = new PreviewFaces(image);
		final ThreadPoolExecutor single = new ThreadPoolExecutor(1, 1, 10,
			TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
				final Thread thread = new Thread(task, "TinyBeauty preview");
				thread.setDaemon(true);
				return thread;
			});
		single.allowCoreThreadTimeOut(true);
		worker = single;
	}

	/**
	 * Loads engine, networks and style in the background, so that the first
	 * preview comes at once. Failures wait until somebody wants a preview.
	 */
	public void warmUp(final String style, final DeviceChoice device) {
		worker.execute(() -> {
			try {
				source.warmUp(style, device);
			}
			catch (final RuntimeException | LinkageError e) {
				status.accept(sentence(e));
			}
		});
	}

	/** Asks for a preview and returns at once. */
	public void show(final MakeupSettings settings) {
		wanted.set(settings);
		worker.execute(this::draw);
	}

	/** Takes the preview back; a request under way shows nothing any more. */
	public void hide() {
		wanted.set(null);
		shown.hide();
	}

	/** Takes the preview back for good. */
	@Override
	public void close() {
		wanted.set(null);
		shown.close();
		worker.shutdownNow();
	}

	private void draw() {
		final MakeupSettings settings = wanted.getAndSet(null);
		if (settings == null) return;
		final long ticket = shown.ticket();
		try {
			final ImageRoi layer = source.with(settings.style(), settings.device(),
				maker -> faces.draw(maker, settings));
			status.accept(faces.describe());
			shown.show(layer, ticket);
		}
		catch (final RuntimeException | LinkageError e) {
			status.accept(sentence(e));
			shown.show(null, ticket);
		}
	}

	private static String sentence(final Throwable e) {
		return e.getMessage() == null ? e.toString() : e.getMessage();
	}
}
