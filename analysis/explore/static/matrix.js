// The motive matrix: rows are motives (or groups that open into them), columns are outlets, a mark is a proposition.

function matrix(panel) {
  const { actors } = panel.opening;
  const state = { actor: panel.opening.actor, grouped: false, open: new Set(), laid: null, cell: null, page: 0 };

  const whose = choice("motives of", actors.map((one) => [one, one]), state.actor, (actor) => {
    state.actor = pane.shown.actor = actor;
    close();
    refresh();
  });
  const grouped = checkbox("by group", false, (on) => { state.grouped = on; draw(); });
  const status = element("span", { class: "quiet" });
  const title = element("p", { class: "title" });
  const table = element("div", { class: "grid-frame" });
  const absent = element("p", { class: "quiet absent", hidden: true });
  const list = element("section", { class: "cell-list", "aria-label": "propositions of the cell", hidden: true });
  const pages = pager((page) => openCell(state.cell, page));
  const holder = element("details", { class: "reading", hidden: true }, element("summary", {}, "Reader"));
  const pane = readerPane(panel, { columns: 1, onchoose: (id) => { pane.choose(id); card.show(id); } });
  holder.append(pane.node);
  const card = propositionCard(panel, {
    pane,
    onopen: async (told) => {
      holder.hidden = false;
      holder.open = true;
      await pane.open({ article: told.article, outlet: told.outlet, at: told.start, proposition: told.proposition });
    },
    step: (by) => step(by),
  });

  const refresh = async () => {
    const laid = await panel.askLatest("matrix", { actor: state.actor });
    if (!laid) return;
    state.laid = laid;
    title.textContent = undirected(`How each outlet characterizes ${laid.actor}’s motives`);
    status.textContent = laid.status;
    draw();
    if (state.cell) await openCell(state.cell, state.page, { keep: true });
    else list.hidden = true;
  };
  // Put away what was opened of a cell.
  const close = () => {
    state.cell = null;
    list.hidden = holder.hidden = true;
    card.hide();
    markOpen();
  };

  const draw = () => {
    const { laid } = state;
    refill(key, keyOf(laid.drawn));
    const rows = state.grouped ? laid.groups.flatMap((group) => [
      groupRow(group), ...(state.open.has(group.group) ? laid.codes.filter((one) => one.group === group.group).map(codeRow) : []),
    ]) : laid.codes.map(codeRow);
    const focused = table.querySelector('[tabindex="0"]')?.dataset.place;
    const many = laid.outlets.length > 4 ? " many" : "";
    const grid = element("table", { role: "grid", class: `matrix ${laid.drawn}${many}`, "aria-label": title.textContent },
      element("thead", {}, element("tr", {}, element("td", {}), laid.outlets.map(head))), element("tbody", {}, rows));
    grid.style.minWidth = `${140 + 115 * laid.outlets.length}px`;
    refill(table, laid.codes.length ? grid
      : element("p", { class: "quiet" }, words(laid.nothing)));
    absent.hidden = !laid.absent.length;
    absent.textContent = `ascribed by ${laid.outlets.length === 2 ? "neither" : "no outlet"}: ${laid.absent.join("; ")}`;
    const cells = [...table.querySelectorAll("[data-place]")];
    (cells.find((cell) => cell.dataset.place === focused) ?? cells[0])?.setAttribute("tabindex", "0");
    markOpen();
  };
  const head = (outlet) => element("th", { scope: "col" }, words(outlet.name), element("small", {},
    `${outlet.articles} article${outlet.articles === 1 ? "" : "s"}${outlet.translated ? ", translated" : ""}`,
    element("br"), `${outlet.propositions} in ${outlet.sentences} sentence${outlet.sentences === 1 ? "" : "s"}`));
  const codeRow = (code) => element("tr", { class: state.grouped ? "inner" : "" },
    element("th", { scope: "row", title: definitionOf(code.code) }, words(code.label)),
    code.cells.map((cell, place) => cellOf(cell, { outlet: place, codes: [code.code], name: code.label })));
  const groupRow = (group) => {
    const on = state.open.has(group.group);
    return element("tr", { class: "group" }, element("th", { scope: "row" }, button(`${on ? "▾" : "▸"} ${group.group}`,
      () => { on ? state.open.delete(group.group) : state.open.add(group.group); draw(); },
      { class: "plain", "aria-expanded": String(on), "data-key": group.group })),
    group.cells.map((cell, place) => cellOf(cell, { outlet: place, codes: group.codes, name: group.group })));
  };
  const definitionOf = (code) => panel.opening.codes.find((one) => one.code === code)?.definition ?? "";

  const cellOf = (cell, { outlet, codes, name }) => {
    const { laid } = state;
    const where = laid.outlets[outlet];
    const place = `${where.outlet}\n${codes.join(" ")}`;
    const percent = cell.count && cell.percent !== null ? `${cell.percent} %` : "";
    const told = `${name}, ${where.name}: ${cell.count} proposition${cell.count === 1 ? "" : "s"}${percent && `, ${percent}`}`;
    const open = () => openCell({ outlet: where.outlet, codes, name, place, where: where.name });
    const made = element("td", { role: "gridcell", class: cell.count ? "full" : "empty", tabindex: "-1",
      "data-place": place, "aria-label": told, onclick: () => cell.count && open() },
    cell.signs.length > 0 && element("span", { class: "marks" }, cell.signs.map((sign) =>
      button(signText(sign), (event) => { event.stopPropagation(); open(); choose(sign.proposition); },
        { class: `mark ${sign.voice}`, tabindex: "-1", title: sign.told, "aria-label": sign.told }))),
    cell.count > 0 && !cell.signs.length && barOf(cell),
    element("span", { class: "count" }, cell.count ? [element("b", {}, cell.count), percent && ` ${percent}`,
      cell.interval && element("small", {}, ` [${cell.interval[0]}, ${cell.interval[1]}]`)] : "·"));
    made.open = open;
    return made;
  };
  // A bar of the voices' shares, where there are too many propositions for marks.
  const barOf = (cell) => {
    const widest = Math.max(...state.laid.codes.flatMap((code) => code.cells.map((one) => one.percent ?? 0)), 1);
    const parts = Object.entries(cell.voices).filter(([, number]) => number).map(([voice, number]) => {
      const part = element("span", { class: `part ${voice}`, title: `${number} ${voice}` });
      part.style.flexGrow = String(number);
      return part;
    });
    const bar = element("span", { class: "bar-of-voices", "aria-hidden": "true" }, parts);
    bar.style.width = `${Math.min(100, 100 * (cell.percent ?? 0) / widest)}%`;
    return element("span", { class: "bar-room" }, bar);
  };

  const openCell = async (cell, page = 0, { keep = false } = {}) => {
    state.cell = cell;
    state.page = page;
    const asked = { actor: state.actor, outlet: cell.outlet, codes: cell.codes, page };
    const answer = await panel.askLatest("cell", asked);
    if (!answer) return;
    state.page = answer.page;
    list.hidden = false;
    const entries = answer.propositions.map((one) => element("li", {}, button([
      element("span", { class: "sign-of" }, signText(one.sign)),
      element("span", { class: "said", dir: "auto" }, [...quoted(one).childNodes]),
      element("small", { class: "quiet" }, words(one.where)),
    ], () => choose(one.proposition), { class: "entry", "data-proposition": one.proposition })));
    refill(list, element("h4", {}, words(cell.name), " · ", words(cell.where)), element("ol", {}, entries), pages);
    pages.show({ page: answer.page, pages: answer.pages });
    markOpen();
    markEntry();
    if (!keep && answer.propositions.length === 1) choose(answer.propositions[0].proposition);
  };
  const markOpen = () => {
    for (const cell of table.querySelectorAll("[data-place]"))
      cell.toggleAttribute("aria-current", cell.dataset.place === state.cell?.place);
  };
  // The entry is marked at once and the card follows, so that keys in quick succession go on from it.
  const choose = (id) => {
    card.show(id);
    markEntry();
  };
  const markEntry = () => {
    for (const entry of list.querySelectorAll(".entry"))
      entry.toggleAttribute("aria-current", entry.dataset.proposition === card.chosen);
  };
  const step = (by) => {
    const entries = [...list.querySelectorAll(".entry")];
    const place = entries.findIndex((entry) => entry.hasAttribute("aria-current"));
    const next = entries[place < 0 ? (by > 0 ? 0 : entries.length - 1) : place + by];
    if (next) { next.focus(); choose(next.dataset.proposition); }
  };

  // Esc puts away the card and the reader, then the list, and goes back to the cell they are of.
  panel.keys({ Escape: [() => {
    if (!state.cell) return false;
    const here = state.cell.place;
    if (card.node.hidden) close();
    else { card.hide(); holder.hidden = true; }
    [...table.querySelectorAll("[data-place]")].find((cell) => cell.dataset.place === here)?.focus({ preventScroll: true });
    return true;
  }] });

  // Arrow keys go from cell to cell, Enter opens one.
  const move = (across, down) => (event) => {
    const cell = event.target.closest("[data-place]");
    if (!cell) return false;
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("[data-place]")]);
    const row = rows.findIndex((one) => one.includes(cell));
    const next = rows[row + down]?.[rows[row].indexOf(cell) + across];
    if (!next) return true;
    cell.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    return true;
  };
  panel.keys({
    ArrowLeft: [move(-1, 0)], ArrowRight: [move(1, 0)], ArrowUp: [move(0, -1)], ArrowDown: [move(0, 1)],
    Enter: [(event) => { const cell = event.target.closest("[data-place]"); if (!cell) return false; cell.click(); return true; }],
  }, table);

  const key = element("p", { class: "quiet key" });
  const MARKS = ["■ the outlet’s own voice", "▲ the actor says", "□ another source", "n by denial", "? hedged", "( ) minimised"];
  const keyOf = (drawn) => drawn === "marks" ? MARKS.map((sign) => element("span", {}, sign)) : [
    [["outlet", "the outlet’s own voice"], ["actor", "the actor says"], ["other", "another source"]].map(([voice, told]) =>
      element("span", {}, element("span", { class: `swatch bar-of-voices` }, element("span", { class: `part ${voice}` })), told)),
    element("span", {}, `a bar is a share of the outlet’s propositions${drawn === "intervals"
      ? "; in brackets its 95 % interval by article" : ""}`)];
  panel.root.append(coderBar(panel), title, element("div", { class: "bar" }, whose, grouped, status), key, table, absent,
    element("div", { class: "beside" }, list, card.node), holder);
  panel.on("changed", refresh);
  pane.start();
  refresh();
}
