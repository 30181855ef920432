// Keys that work everywhere. An element says which one it answers to: data-shortcut="/" or data-shortcut="g a".
// A field is focused, anything else is clicked. Letters can be turned off (WCAG 2.1.4) and never fire while typing.
const store = 'letter-shortcuts';
let prefix = '';
let forget;

const typing = target => target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
const lettersOff = () => localStorage.getItem(store) === 'off';

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
  if (typing(event.target) || document.querySelector('dialog[open]')) return;
  const isLetter = /[a-z]/i.test(event.key);
  if (isLetter && (lettersOff() || event.target.closest('[role=treegrid]'))) return;

  const keys = prefix ? `${prefix} ${event.key}` : event.key;
  clearTimeout(forget);
  prefix = event.key === 'g' ? 'g' : '';
  forget = setTimeout(() => prefix = '', 1000);

  const target = [...document.querySelectorAll(`[data-shortcut="${CSS.escape(keys)}"]`)].find(e => e.getClientRects().length > 0);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input, select, textarea')) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-letter-shortcuts]')) localStorage.setItem(store, event.target.checked ? 'on' : 'off');
});

// The switch is in a dialog that is made when it is opened.
new MutationObserver(() => {
  const box = document.querySelector('[data-letter-shortcuts]:not([data-ready])');
  if (box) {
    box.dataset.ready = '';
    box.checked = !lettersOff();
  }
}).observe(document.body, { childList: true, subtree: true });

// A skip link moves the focus, not the address.
document.addEventListener('click', event => {
  const link = event.target.closest('[data-focus]');
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.dataset.focus)?.focus();
}, true);

window.focusById = id => document.getElementById(id)?.focus();
