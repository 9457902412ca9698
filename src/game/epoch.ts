/** Version of the results: raised when, and only when, the digests of the stored corpus move. */
export const ENGINE_EPOCH = 9;
