"use strict";
/* The page is whole without this: it lets tables be sorted, and shows a note where its sign is. */

/* Sorting: upwards, downwards, and as it was. Empty cells stay at the end. */
const collator = new Intl.Collator(undefined, { numeric: true });
const keyOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.value !== undefined ? Number(cell.dataset.value) : cell.textContent.trim();
};
const isEmpty = (key) => key === "";
const compare = (a, b) =>
  typeof a === "number" && typeof b === "number" ? a - b
  : typeof a !== typeof b ? (typeof a === "number" ? -1 : 1)
  : collator.compare(a, b);

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "none" }[head.ariaSort] || "ascending";
      const sign = next === "descending" ? -1 : 1;
      const order = next === "none" ? original : [...original].sort((a, b) => {
        const x = keyOf(a, column), y = keyOf(b, column);
        return isEmpty(x) || isEmpty(y) ? isEmpty(x) - isEmpty(y) : sign * compare(x, y);
      });
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      if (next !== "none") head.ariaSort = next;
      body.append(...order);
    });
  });
}

/* Notes: a click on a sign shows the note beside it; Escape or a click elsewhere takes it away. */
if ("popover" in HTMLElement.prototype) {
  const why = document.createElement("div");
  why.className = "why";
  why.popover = "auto";
  why.setAttribute("role", "note");
  why.tabIndex = -1;
  document.body.append(why);
  let opener = null;
  document.addEventListener("click", (event) => {
    const sign = event.target.closest("a.sign");
    const note = sign && document.getElementById(sign.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    opener = sign;
    why.textContent = note.textContent;
    why.showPopover();
    const place = sign.getBoundingClientRect(), box = why.getBoundingClientRect();
    const below = place.bottom + 6;
    why.style.left = Math.max(8, Math.min(place.left, innerWidth - box.width - 8)) + "px";
    why.style.top = (below + box.height <= innerHeight ? below : Math.max(8, place.top - box.height - 6)) + "px";
    why.focus();
  });
  why.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && opener) opener.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => why.hidePopover(), { passive: true });
}

/* What is folded is printed, too; a link to something folded unfolds it. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
addEventListener("hashchange", unfold);
unfold();
