/* "Copy link": shown only with this script, where a page has it. Says what it did in the live region beside it. */

const button = document.querySelector(".copy");
const status = button?.nextElementSibling;

/* Pages without TLS have no clipboard. */
function copiedByHand(link) {
  const field = document.createElement("textarea");
  field.value = link;
  button.after(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  button.focus();
  return copied;
}

button?.addEventListener("click", async () => {
  const link = location.href.split("#")[0];
  status.textContent = "";
  const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
  status.textContent = copied || copiedByHand(link) ? "Copied" : `Copy it from here: ${link}`;
});
if (button) button.hidden = false;
