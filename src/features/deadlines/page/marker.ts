/** On every element of ours, so that a newer page script finds what an older one left. The page can read it. */
export const marker = 'data-wm';
