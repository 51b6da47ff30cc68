/* Passkeys: gives the site's question to the browser, and the browser's answer to the form. Where there are none, the
   form that was hidden stays so; the pages have another way. */

const TAPPED_AWAY = ["NotAllowedError", "AbortError"];

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

function toText(buffer) {
  const characters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return btoa(characters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/* Browsers take and give bytes, the site base64url. */
function asBrowsersTakeIt({ publicKey }) {
  const known = (keys) => keys?.map((key) => ({ ...key, id: toBytes(key.id) }));
  const options = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: toBytes(options.user.id) };
  if (options.excludeCredentials) options.excludeCredentials = known(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = known(options.allowCredentials);
  return options;
}

function asTheSiteTakesIt(key) {
  const response = { clientDataJSON: toText(key.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (key.response[part]) response[part] = toText(key.response[part]);
  }
  if (key.response.getTransports) response.transports = key.response.getTransports();
  const { id, type, authenticatorAttachment } = key;
  const clientExtensionResults = key.getClientExtensionResults();
  return { id, type, rawId: toText(key.rawId), response, authenticatorAttachment, clientExtensionResults };
}

async function question(form) {
  if (!form.dataset.options) return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function answer(form) {
  const publicKey = asBrowsersTakeIt(await question(form));
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey });
  Object.assign(publicKey.authenticatorSelection ??= {}, {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  });
  return navigator.credentials.create({ publicKey });
}

function prepare(form) {
  const status = form.querySelector('[role="status"]');
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    try {
      form.elements.credential.value = JSON.stringify(asTheSiteTakesIt(await answer(form)));
      form.submit();
    } catch (error) {
      status.textContent = TAPPED_AWAY.includes(error.name) ? "Nothing was chosen." : "That didn’t work on this device.";
    }
  });
  form.hidden = false;
  if (form.parentElement.matches("li")) form.parentElement.hidden = false;
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(prepare);
