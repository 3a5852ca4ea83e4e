"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const tools = document.querySelector(".tools");
  const table = document.querySelector(".heat");
  if (!tools || !table) return;
  tools.hidden = false;
  const told = tools.querySelector("#told");
  const find = tools.querySelector("#find");
  const output = tools.querySelector("output");
  const body = table.tBodies[0];
  const rows = all("tr:not(.all)", body);
  const name = (row) => row.cells[0].title || row.cells[0].textContent;

  // What a cell holds, in words: under the pointer, and where the arrow keys go.
  const below = table.tHead.rows[1] ? Array.from(table.tHead.rows[1].cells) : [];
  const tell = (cell) => {
    const holder = cell.querySelector("[title]") || cell;
    const picture = cell.querySelector("svg title");
    const period = below[cell.cellIndex - 3];
    const words = picture ? picture.textContent : holder.title;
    if (words) told.textContent = `${name(cell.parentElement)}, ${period ? period.title : "in all"}: ${words}`;
  };
  const holds = (cell) => cell && cell.matches("td.sum, td.cell") && cell.firstElementChild;
  let stop = null;
  const rest = (cell) => {
    if (stop) stop.tabIndex = -1;
    stop = cell;
    stop.tabIndex = 0;
  };
  const first = all("td.sum", body)[0];
  if (first) rest(first);
  const step = (cell, across, down) => {
    const shown = all("tr", body).filter((row) => !row.hidden);
    let row = shown.indexOf(cell.parentElement) + down;
    let column = cell.cellIndex + across;
    while (shown[row] && column > 0 && column < shown[row].cells.length) {
      if (holds(shown[row].cells[column])) return shown[row].cells[column];
      row += down;
      column += across;
    }
    return null;
  };
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  body.addEventListener("keydown", (event) => {
    const way = ways[event.key];
    const cell = event.target.closest("td");
    if (!way || !cell) return;
    event.preventDefault();
    const next = step(cell, way[0], way[1]);
    if (!next) return;
    rest(next);
    next.focus();
  });
  for (const kind of ["mouseover", "focusin", "click"]) {
    body.addEventListener(kind, (event) => {
      const cell = event.target.closest("td");
      if (holds(cell)) tell(cell);
    });
  }
  body.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (!holds(cell)) return;
    rest(cell);
    cell.focus({ preventScroll: true });
  });

  find.addEventListener("input", () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !wanted.every((word) => name(row).toLowerCase().includes(word));
    const shown = rows.filter((row) => !row.hidden).length;
    const pairs = `${rows.length} ${rows.length === 1 ? "pair" : "pairs"}`;
    output.textContent = wanted.length ? `${shown} of ${pairs}` : pairs;
  });

  const number = (cell) => parseFloat(cell.textContent.replace(/,/g, "").replace("−", "-"));
  const values = [(row) => name(row), (row) => number(row.cells[1]), (row) => number(row.cells[2])];
  const order = (a, b) => (typeof a === "string" ? a.localeCompare(b, "en") : (Number.isNaN(a) ? -99 : a) - (Number.isNaN(b) ? -99 : b));
  all("tr:first-child > th[rowspan]", table.tHead).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    if (column === 1) head.setAttribute("aria-sort", "descending");
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending" : column === 0;
      for (const other of all("[aria-sort]", table.tHead)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.sort((a, b) => (up ? 1 : -1) * order(values[column](a), values[column](b)));
      body.append(...rows);
    });
  });
})();
