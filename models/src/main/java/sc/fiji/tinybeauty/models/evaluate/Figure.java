package sc.fiji.tinybeauty.models.evaluate;

/**
 * What is measured on a picture. Those that need a truth are not a number
 * without one. Of a stack, each is the mean over its frames.
 */
public enum Figure {
		/** PSNR of result and truth, dB; 80 for equal pictures. */
		PSNR("psnr_db"),
		/** PSNR of bare and truth, dB: what doing nothing reaches. */
		IDLE("psnr_bare_db"),
		/** {@link #PSNR} less {@link #IDLE}, dB. */
		GAIN("gain_db"),
		/** PSNR of result and truth inside the make-up mask, dB. */
		PSNR_INSIDE("psnr_inside_db"),
		/** Mean difference of result and truth outside the mask, of 255. */
		DRIFT("drift_outside_255"),
		/** SSIM of result and truth. */
		SSIM("ssim"),
		/** SSIM of result and truth outside the mask. */
		SSIM_OUTSIDE("ssim_outside"),
		/** Mean CIEDE2000 of result and truth on the lips. */
		LIPS("lips_ciede2000"),
		/** Mean CIEDE2000 of result and truth on the upper lids. */
		LIDS("lids_ciede2000"),
		/** Mean difference of result and bare, of 255. */
		CHANGE("change_255"),
		/** SSIM of result and bare. */
		SSIM_BARE("ssim_bare"),
		/**
		 * Of stacks: mean change from frame to frame of result less truth (less bare
		 * where there is no truth), of 255.
		 */
		FLICKER("flicker_255"),
		/**
		 * EfficientNet-Lite0 feature distance of result and truth: squared difference
		 * of channel-normalised maps, 0 for equal pictures. Not LPIPS, whose weights
		 * belong to other networks.
		 */
		FEATURES("efficientnet_lite0_distance"),
		/**
		 * Cosine of the face descriptors of result and bare (dlib's network), which
		 * are not centred: those of different people lie near 0.9 too.
		 */
		IDENTITY("identity_cosine");

	private final String column;

	Figure(final String column) {
		this.column = column;
	}

	/** @return name of its column in tables */
	public String column() {
		return column;
	}
}
