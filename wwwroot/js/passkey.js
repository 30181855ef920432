// Asks the browser for a passkey. The server makes the question and judges the answer; a script is needed because browsers want one.
const supported = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const post = (address, token, body) =>
  fetch(address, { method: 'POST', headers: { RequestVerificationToken: token, Accept: 'application/json' }, body });

const refusal = async answer => (await answer.json().catch(() => ({}))).detail ?? 'The dashboard did not accept that. Reload the page and try again.';

// The browser's own words are for programmers; what people can do about it is the same for all of them.
const unable = 'The browser gave no passkey: it was cancelled, it took too long, or there is none for this address.';

for (const form of document.querySelectorAll('[data-passkey-sign-in]')) {
  form.hidden = !supported;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const status = form.querySelector('[data-passkey-status]');
    status.textContent = '';
    try {
      const question = await post(form.dataset.passkeySignIn, form.elements.namedItem('__RequestVerificationToken').value);
      if (!question.ok) throw new Error('refused');
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await question.json());
      const credential = await navigator.credentials.get({ publicKey });
      form.elements.namedItem('credential').value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      status.textContent = unable;
    }
  });
}

// Null when it is made, else what went wrong.
export async function create(name) {
  if (!supported) return 'This browser cannot make passkeys.';
  const token = document.querySelector('input[name="__RequestVerificationToken"]').value;
  const question = await post('/account/passkeys/options', token);
  if (!question.ok) return await refusal(question);
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await question.json());
    const credential = await navigator.credentials.create({ publicKey });
    const answer = await post(`/account/passkeys?name=${encodeURIComponent(name)}`, token, JSON.stringify(credential.toJSON()));
    return answer.ok ? null : await refusal(answer);
  } catch (error) {
    return error.name === 'InvalidStateError' ? 'This device has a passkey for this account already.' : unable;
  }
}
