// Built in instead of the context that WXT makes for each page script. Ours has a signal of its own and takes none, and
// WXT's would tell the page our id.
export class ContentScriptContext {}
