/** Starts ImageJ with the commands of this build, taking arguments as Fiji's launcher takes them. */
package sc.fiji.tinybeauty.examples.launch;
