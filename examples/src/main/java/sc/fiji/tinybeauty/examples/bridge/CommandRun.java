package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.CheckInputsPreprocessor;
import org.scijava.module.process.LoadInputsPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.SaveInputsPreprocessor;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

/**
 * One run of a command: from the menu with a dialog, or from a macro with its options.
 * <p>
 * A command that is cancelled with a reason, or that throws, ends in ImageJ's own error: a message of one sentence, and
 * the macro it was called from is aborted.
 * </p>
 */
final class CommandRun {

	private final Context context;
	private final CommandInfo info;

	CommandRun(final Context context, final CommandInfo info) {
		this.context = context;
		this.info = info;
	}

	void run() {
		final Module module = createModule();
		if (module == null) return;
		final CommandDialog dialog = wantsDialog() ? new CommandDialog(context) : null;
		try {
			new ModuleRunner(context, module, preprocessors(dialog), List.of(new ImageOutputs())).run();
		}
		catch (final RuntimeException | Error e) {
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			fail(e);
			return;
		}
		final boolean cancelled = module instanceof Cancelable c && c.isCanceled();
		if (dialog != null && dialog.wasDismissed()) Recorder.disableCommandRecording();
		else if (cancelled) fail(((Cancelable) module).getCancelReason());
	}

	private Module createModule() {
		try {
			final Module module = info.createModule();
			context.inject(module);
			return module;
		}
		catch (final ModuleException e) {
			fail(e.getCause() != null ? e.getCause() : e);
			return null;
		}
	}

	/** Like any other ImageJ command, one called without options asks, if there is somebody to ask. */
	private static boolean wantsDialog() {
		return Macro.getOptions() == null && IJ.getInstance() != null;
	}

	private List<PreprocessorPlugin> preprocessors(final CommandDialog dialog) {
		final List<PreprocessorPlugin> chain = new ArrayList<>();
		chain.add(new ActiveImageInput());
		chain.addAll(standardPreprocessors());
		if (dialog == null) {
			final String options = Macro.getOptions();
			final InputText text = new InputText(context.service(ConvertService.class));
			chain.add(new MacroInputs(options == null ? Map.of() : MacroOptions.parse(options), text));
		}
		else {
			chain.add(context(new LoadInputsPreprocessor()));
			chain.add(dialog);
			chain.add(context(new SaveInputsPreprocessor()));
		}
		chain.add(context(new CheckInputsPreprocessor()));
		return chain;
	}

	/** SciJava's own steps before the values are asked for, without those that need one of its user interfaces. */
	private List<PreprocessorPlugin> standardPreprocessors() {
		final PluginService plugins = context.service(PluginService.class);
		final List<PluginInfo<PreprocessorPlugin>> wanted = new ArrayList<>();
		for (final PluginInfo<PreprocessorPlugin> plugin : plugins.getPluginsOfType(PreprocessorPlugin.class)) {
			final String name = plugin.getClassName();
			final boolean early = plugin.getPriority() > InputHarvester.PRIORITY;
			final boolean needsUI = name.startsWith("org.scijava.ui.") || name.startsWith("org.scijava.display.");
			if (early && !needsUI && !name.equals(LoadInputsPreprocessor.class.getName())) wanted.add(plugin);
		}
		return plugins.createInstances(wanted);
	}

	private <P extends PreprocessorPlugin> P context(final P processor) {
		processor.setContext(context);
		return processor;
	}

	private void fail(final Throwable error) {
		final String message = error.getMessage();
		final boolean plain = message != null && !(error instanceof NullPointerException) && !(error instanceof Error)
			&& !(error instanceof IndexOutOfBoundsException) && !(error instanceof ClassCastException);
		if (!plain || IJ.debugMode) error.printStackTrace();
		fail(plain ? message : "An error inside the command stopped it: " + error);
	}

	private void fail(final String reason) {
		Recorder.disableCommandRecording();
		final boolean given = reason != null && !reason.isBlank();
		final String title = info.getTitle().replaceFirst("\\.\\.\\.$", "");
		IJ.error(title, given ? reason : title + " was cancelled.");
	}

}
