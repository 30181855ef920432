// Keeps the browser from scrolling for keys that the tree owns; everything else, Tab above all, stays native.
const owned = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', ' ', 'Enter']);

export function attach(tree) {
  const keep = event => {
    if (event.target === tree && owned.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault();
  };
  tree.addEventListener('keydown', keep);
  return { dispose: () => tree.removeEventListener('keydown', keep) };
}

// Rows have one height, so a row that is not drawn yet can be scrolled to. What is pinned covers the rows' first pixels.
export function reveal(tree, row, rowHeight) {
  const pinned = [...tree.querySelectorAll('[data-pinned]')].reduce((sum, e) => sum + e.offsetHeight, 0);
  const top = row * rowHeight;
  const room = tree.clientHeight - pinned;
  if (top < tree.scrollTop) tree.scrollTop = top;
  else if (top + rowHeight > tree.scrollTop + room) tree.scrollTop = top + rowHeight - room;
}

export const pageSize = (tree, rowHeight) => Math.max(1, Math.floor(tree.clientHeight / rowHeight) - 3);
