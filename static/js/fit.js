/* "How well does this fit you?": for who is signed in, their score in place of the question. Without it the line is a
   link to the same. A document and not a text is asked for, so that nothing has to be read as HTML here. */

const line = document.querySelector(".fit-line");
const link = line?.querySelector("a");
const MOMENT = 1000; // milliseconds, in which the new words are read out

function show(part) {
  const hadFocus = document.activeElement === link;
  line.replaceChildren(document.adoptNode(part));
  if (hadFocus) part.querySelector("summary").focus();
  setTimeout(() => line.removeAttribute("aria-live"), MOMENT);
}

function ask() {
  const request = new XMLHttpRequest();
  request.open("GET", `${link.getAttribute("href")}?part=1`);
  request.responseType = "document";
  request.onload = () => {
    const part = request.response?.querySelector(".fit-part");
    if (request.status !== 200 || !part) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = part.dataset.style;
    style.onload = () => show(part);
    document.head.append(style);
  };
  request.send();
}

if (link && document.cookie.split("; ").includes("signed_in=1")) ask();
