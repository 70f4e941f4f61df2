"use strict";
// Adds what a page without scripts does without: sorting, filtering, saving, opening before print.
(() => {
  const collator = new Intl.Collator("vi", { numeric: true });
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();

  const valueOf = (cell) => ("v" in cell.dataset ? cell.dataset.v : cell.textContent.trim());

  const compare = (a, b, asNumbers) => {
    if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
    return asNumbers ? Number(a) - Number(b) : collator.compare(a, b);
  };

  function sort(table, heading) {
    const down = heading.getAttribute("aria-sort") === "ascending";
    const place = heading.cellIndex;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [valueOf(row.cells[place]), row]);
    const asNumbers = rows.length > 0 && "v" in rows[0][1].cells[place].dataset;
    // what has no value stays last both ways
    rows.sort(([a], [b]) => compare(a, b, asNumbers) * (down && a !== "" && b !== "" ? -1 : 1));
    body.append(...rows.map(([, row]) => row));
    for (const each of heading.parentElement.cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    for (const heading of table.tHead.rows[0].cells) {
      if (heading.classList.contains("still")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      const name = heading.getAttribute("aria-label");
      if (name) button.setAttribute("aria-label", name);
      heading.removeAttribute("aria-label");
      heading.append(button);
      button.addEventListener("click", () => sort(table, heading));
    }
  }

  const ranks = document.getElementById("ranks");
  const find = document.getElementById("find"); // not beside a single row
  if (ranks && find) {
    const rows = [...ranks.tBodies[0].rows].map((row) => ({
      row,
      name: folded(row.querySelector("th").textContent),
      words: new Set([...row.querySelectorAll("td.text")].map((cell) => cell.textContent.trim())),
    }));
    const choices = ["by-block", "by-grade"].map((id) => document.getElementById(id)).filter(Boolean);
    const live = document.getElementById("live");
    const filter = () => {
      const wanted = folded(find.value);
      let shown = 0;
      for (const each of rows) {
        const fits = each.name.includes(wanted) && choices.every((c) => !c.value || each.words.has(c.value));
        each.row.hidden = !fits;
        shown += fits;
      }
      live.textContent = document.body.dataset.of.replace("#", shown).replace("#", rows.length);
    };
    for (const each of [find, ...choices]) each.addEventListener("input", filter);
    document.getElementById("save").addEventListener("click", () => save(ranks));
    document.querySelector(".tools").hidden = false;
    filter();
  }

  const quoted = (text) => {
    const plain = text.replace(/\s+/g, " ").trim();
    // a spreadsheet would take these for the beginning of a formula; a signed number is none
    const guarded = /^[=+\-−@]/.test(plain) && !/^[+\-−][\d.,]+$/.test(plain) ? "'" + plain : plain;
    return '"' + guarded.replace(/"/g, '""') + '"';
  };

  function csv(table) {
    const between = document.documentElement.lang === "vi" ? ";" : ",";
    const lines = [table.tHead.rows[0], ...table.tBodies[0].rows].filter((row) => !row.hidden);
    const still = new Set([...table.tHead.rows[0].cells].filter((c) => c.classList.contains("still")).map((c) => c.cellIndex));
    const texts = (row) => [...row.cells].filter((cell) => !still.has(cell.cellIndex)).map((cell) => quoted(cell.textContent));
    return "\ufeff" + lines.map((row) => texts(row).join(between)).join("\r\n") + "\r\n";
  }

  function save(table) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
    link.download = document.body.dataset.file.replace(/[\\/:*?"<>|]+/g, " ").trim() + ".csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function open() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", open);
  open();

  let closed = [];
  addEventListener("beforeprint", () => {
    // whole trees of units would be most of the paper: they are printed where somebody has opened them
    closed = [...document.querySelectorAll("details:not([open]):not(.sheet .whole)")];
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
})();
