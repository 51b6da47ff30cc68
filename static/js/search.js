/* Suggestions under the boxes of a form, or under single ones: comboboxes after the ARIA Authoring Practices. The form
   works without them. What is chosen is gone to, or with data-fills put into the box. */

const WAIT = 120; // milliseconds without a key before asking
const SHORTEST = 2;

function combobox(input) {
  const { suggest, fills } = input.dataset.suggest ? input.dataset : input.form.dataset;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let timer, asked, active = -1;

  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = "Suggestions";
  list.hidden = true;
  status.role = "status";
  status.className = "visually-hidden";
  input.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    active = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[active].id);
  }

  function take(option) {
    if (fills === undefined) return location.assign(option.dataset.href);
    clearTimeout(timer);
    asked?.abort();
    input.value = option.dataset.label;
    close();
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({ label, kind, href }, at) => {
      const option = document.createElement("li");
      const what = document.createElement("span");
      option.id = `${input.id}-suggestion-${at}`;
      option.role = "option";
      Object.assign(option.dataset, { href, label });
      option.setAttribute("aria-selected", "false");
      what.textContent = fills === undefined ? kind : "";
      option.append(`${label} `, what);
      return option;
    }));
    active = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = suggestions.length === 1 ? "1 suggestion" : `${suggestions.length} suggestions`;
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(suggest, location.href);
    address.searchParams.set("q", input.value);
    try {
      const answer = await fetch(address, { signal: asked.signal, credentials: "omit" });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length >= SHORTEST) timer = setTimeout(ask, WAIT);
    else { asked?.abort(); close(); }
  });
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count) { event.preventDefault(); close(); }
    if (event.key === "Enter" && count && active >= 0) { event.preventDefault(); take(list.children[active]); }
    if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-href]");
    if (option) take(option);
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("form[data-suggest] input, input[data-suggest]").forEach(combobox);
