// The whole family, which draws in slices where a page has thousands of tags.
import 'qd-widgets/widgets/index.js';

globalThis.contest?.({fill() {}, change() {}});
