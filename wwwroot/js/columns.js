// Which columns of the tree somebody wants to see, kept in this browser: data-column="lock" is a box for one of them. The style sheet does
// the rest by data-hidden-columns of the document.
const store = 'hidden-columns';
const root = document.documentElement;
const hidden = () => new Set((localStorage.getItem(store) ?? '').split(' ').filter(Boolean));

root.dataset.hiddenColumns = [...hidden()].join(' ');

document.addEventListener('change', event => {
  if (!event.target.matches('[data-column]')) return;
  const columns = hidden();
  if (event.target.checked) columns.delete(event.target.dataset.column);
  else columns.add(event.target.dataset.column);
  root.dataset.hiddenColumns = [...columns].join(' ');
  localStorage.setItem(store, root.dataset.hiddenColumns);
});

// The boxes are drawn by the server, which does not know; they are set when the menu opens.
document.addEventListener('toggle', event => {
  if (event.newState !== 'open') return;
  const columns = hidden();
  for (const box of event.target.querySelectorAll('[data-column]')) box.checked = !columns.has(box.dataset.column);
}, true);
