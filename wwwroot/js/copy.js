// Copies what a button carries in data-copy, without asking the server. A relative address becomes a full one.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const text = button.hasAttribute('data-copy-address') ? new URL(button.dataset.copy, document.baseURI).href : button.dataset.copy;
  if (!await copy(text)) return;
  button.dataset.copied = '';
  const announcer = document.getElementById('announcer');
  if (announcer) announcer.textContent = 'Copied';
  setTimeout(() => {
    delete button.dataset.copied;
    if (announcer) announcer.textContent = '';
  }, 2000);
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without HTTPS there is no clipboard object; the old way still works.
    const field = Object.assign(document.createElement('textarea'), { value: text });
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
