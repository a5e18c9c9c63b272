/* Behind page.js: sorts the fio table by its column W, up, down and back, opens a note, and leaves what was seen in the title. */
{
  const table = document.querySelector("#table_fio table");
  const names = () => [...table.tBodies[0].rows].map((row) => row.cells[0].textContent).join(" ");
  const head = [...table.tHead.rows[0].cells].find((cell) => cell.textContent.startsWith("W "));
  const seen = [names()];
  for (let click = 0; click < 3; click++) {
    head.querySelector("button").click();
    seen.push(`${head.ariaSort}: ${names()}`);
  }
  const sign = table.querySelector("a.sign");
  const note = document.querySelector(sign.getAttribute("href"));
  sign.click();
  const why = document.querySelector(".why");
  seen.push(why.matches(":popover-open") && why.textContent === note.textContent ? "note" : "no note");
  document.title = seen.join(", ");
}
