/**
 * Runs SciJava commands inside plain ImageJ 1.x: menu entries, dialogs with live preview, the Recorder, macros and
 * headless runs.
 * <p>
 * In Fiji the program itself does all of this, so this package never ships there. It declares no SciJava plugin:
 * whatever takes part in running a command is put together here by hand, and so a {@code new Context()} that happens to
 * share a class path with this package is none the wiser.
 * </p>
 */
package sc.fiji.tinybeauty.examples.bridge;
