package sc.fiji.tinybeauty.plugin.makeup;

/** Hears how far a job is, and says whether to stop. */
public interface Progress {

	/** Nobody listens, nobody stops. */
	Progress NONE = new Progress() {

		@Override
		public void show(final int done, final int total, final String what) {}

		@Override
		public boolean isCanceled() {
			return false;
		}
	};

	/**
	 * @param done steps done
	 * @param total steps in all
	 * @param what the step that begins
	 */
	void show(int done, int total, String what);

	/** @return whether to stop before the next step */
	boolean isCanceled();
}
