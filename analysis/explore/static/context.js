// Context lines: hits with the words around them, the node in the middle, a page at a time. Any widget can hold a list:
//   const list = contextList(panel, { onopen: (line) => {...}, onpage: (number) => {...} });
//   panel.root.append(list.node);  list.show(answer, { whole: false });
// `answer` has lines (as analysis.explore.context_lines gives them), page, pages, first and shown.

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;
const VOICE_OF_SHAPE = { "■": "the outlet’s own voice", "▲": "the actor says it", "□": "another source" };

function contextList(panel, { onopen, onpage }) {
  const rows = element("div", { class: "context", role: "listbox", "aria-label": "lines" });
  const turn = pager(onpage);
  const list = { node: element("div", { class: "context-list", hidden: true }, rows, turn), turn };
  const names = Object.fromEntries(panel.opening.outlets.map((one) => [one.outlet, one.name]));
  let lines = [];
  let at = 0;

  list.show = (answer, { whole = false } = {}) => {
    lines = answer.lines;
    at = 0;
    list.node.hidden = !lines.length;
    rows.className = `context ${whole ? "whole" : "kwic"}`;
    refill(rows, lines.map((line, place) => contextRow(line, names, place, () => open(place))));
    fit(rows);
    const last = answer.first + lines.length;
    turn.show({ page: answer.page, pages: answer.pages,
      told: answer.pages > 1 ? `lines ${answer.first + 1} to ${last} of ${answer.shown.toLocaleString("en")}` : "" });
  };
  list.clear = () => { list.show({ lines: [], page: 0, pages: 1, first: 0, shown: 0 }); };
  list.holdsFocus = () => rows.contains(document.activeElement);
  list.focus = () => rows.children[at]?.focus();

  const move = (to) => {
    if (!lines.length) return false;
    rows.children[at]?.setAttribute("tabindex", "-1");
    at = Math.max(0, Math.min(lines.length - 1, to));
    rows.children[at].setAttribute("tabindex", "0");
    rows.children[at].focus();
    return true;
  };
  const open = (place) => {
    move(place);
    for (const [number, row] of [...rows.children].entries()) row.setAttribute("aria-selected", String(number === place));
    onopen(lines[place]);
  };
  new ResizeObserver(() => fit(rows)).observe(rows);
  rows.addEventListener("focusin", (event) => {
    const place = [...rows.children].indexOf(event.target.closest("[role=option]"));
    if (place >= 0) at = place;
  });
  panel.keys({
    ArrowDown: [() => move(at + 1), "next line"],
    ArrowUp: [() => move(at - 1), "line before"],
    Home: [() => move(0), "first line of the page"],
    End: [() => move(lines.length - 1), "last line of the page"],
    PageDown: [() => turn.turn(1), "next page"],
    PageUp: [() => turn.turn(-1), "page before"],
    Enter: [() => open(at), "open in the reader"],
    " ": [() => open(at), "open in the reader"],
  }, rows);
  return list;
}

// Where a line's sentence is read in its article, with the card of a proposition that is chosen there.
function sentencePane(panel) {
  const coder = coderBar(panel);
  const pane = readerPane(panel, { columns: 1, chooser: false, onchoose: (id, column, several) => {
    coder.hidden = false;
    pane.choose(id);
    card.show(id, { several });
  } });
  const card = propositionCard(panel, { pane });
  const node = element("div", { hidden: true }, pane.node, coder, card.node);
  coder.hidden = true;
  panel.on("changed", () => node.hidden || pane.refresh());
  const open = async (line) => {
    node.hidden = false;
    node.scrollIntoView({ block: "nearest" });
    await pane.open({ article: line.article, outlet: line.outlet, start: line.start, end: line.end });
  };
  const close = () => { node.hidden = true; };
  return { node, open, close };
}

// hint([["sanction*", "any ending"], ...]): what can be typed; what is typed and what it means stay on one line.
const hint = (lines) => element("p", { class: "quiet hint" }, lines.map(([typed, told], place) =>
  [place > 0 && " · ", element("span", {}, words(typed, { class: "pattern" }), ` ${told}`)]));

// What is refused is said here, beside the field that it is about: refusal.say("") when there is nothing to say.
function refusal(field) {
  const node = element("p", { class: "refused", role: "alert", hidden: true, id: `refused-${Math.random().toString(36).slice(2)}` });
  field.setAttribute("aria-describedby", node.id);
  const say = (problem) => {
    node.textContent = problem;
    node.hidden = !problem;
    field.setAttribute("aria-invalid", String(Boolean(problem)));
  };
  return { node, say };
}

// Hide the words for which there is no room before the node, an ellipsis in their place: a word cut in the middle is
// read as another. What is to be hidden is found out for all lines before any is changed, so that the page is laid out
// once.
function fit(rows) {
  if (!rows.classList.contains("kwic") || !rows.clientWidth) return;
  const cells = [...rows.querySelectorAll(".left")];
  for (const cell of cells) {
    cell.classList.remove("cut");
    for (const word of cell.querySelectorAll(".word[hidden]")) word.hidden = false;
  }
  const room = parseFloat(getComputedStyle(rows).fontSize);
  const beyond = cells.map((cell) => {
    const box = cell.getBoundingClientRect();
    const turned = getComputedStyle(cell).direction === "rtl";
    const outside = (word, margin) => {
      const { left, right } = word.getBoundingClientRect();
      return turned ? right > box.right - margin : left < box.left + margin;
    };
    const every = [...cell.querySelectorAll(".word")];
    return every.length && outside(every[0], -1) ? every.filter((word) => outside(word, room)) : [];
  });
  cells.forEach((cell, place) => {
    cell.classList.toggle("cut", beyond[place].length > 0);
    for (const word of beyond[place]) word.hidden = true;
  });
}

// A line reads in the direction of most of its letters: what comes before the node stands on the right in Arabic.
function contextRow(line, names, place, onclick) {
  const text = (part) => part.map(([words, sorted]) => sorted ? element("span", { class: "sorted" }, words) : words);
  const apart = (part) => part.flatMap(([words, sorted]) => words.match(/\S+\s*|\s+/g).map((word) =>
    element("span", { class: "word" }, sorted ? element("span", { class: "sorted" }, word) : word)));
  const whole = [...line.left, [line.node], ...line.right].map(([words]) => words).join("");
  const turned = whole.match(RIGHT_TO_LEFT)?.length ?? 0;
  const direction = 2 * turned > whole.replace(/\P{L}/gu, "").length ? "rtl" : "ltr";
  const said = `${VOICE_OF_SHAPE[line.shape] ?? ""}${line.source ? `: ${line.source}` : ""}`;
  const where = [names[line.outlet] ?? line.outlet, line.date, line.article].filter(Boolean).join(" · ");
  return element("div", { role: "option", tabindex: place ? "-1" : "0", "aria-selected": "false", onclick, class: "line" },
    element("span", { class: "where", title: where }, words(names[line.outlet] ?? line.outlet)),
    element("span", { class: "sign plain", title: said, role: "img", "aria-label": said }, line.shape),
    element("span", { class: "sides", dir: direction },
      element("span", { class: "left" }, element("span", {}, apart(line.left))),
      element("span", { class: "node" }, line.node),
      element("span", { class: "right" }, element("span", {}, text(line.right)))));
}

// How many hits each outlet has: a table with a bar for the rate, so that few and many are seen at once.
function outletCounts(by) {
  const most = Math.max(...by.map((one) => one.per_1000 ?? 0), 0);
  const rate = (one) => one.per_1000 === null ? "–" : one.per_1000.toFixed(2);
  return element("table", { class: "counts" },
    element("thead", {}, element("tr", {}, ["outlet", "hits", "per 1,000 words", "articles"].map((name, place) =>
      element("th", { scope: "col", class: place ? "number" : "" }, name)), element("th", { "aria-hidden": "true" }))),
    element("tbody", {}, by.map((one) => element("tr", {},
      element("th", { scope: "row" }, words(one.name)),
      element("td", { class: "number" }, one.hits.toLocaleString("en")),
      element("td", { class: "number" }, rate(one)),
      element("td", { class: "number" }, `${one.articles} of ${one.of}`),
      element("td", { "aria-hidden": "true" }, rateBar(most ? (one.per_1000 ?? 0) / most : 0))))));
}

// A bar of so many twentieths: cells, for no style is ever made from numbers of a study.
const rateBar = (share) => element("meter", { class: "rate", min: 0, max: 1, value: share.toFixed(3) });

// Forms near by as buttons: a form is tried as it stands, a group as the pattern that takes all of it.
function nearBy(groups, ontry) {
  const formButton = ([form, count], trying) => [button([words(form), element("span", { class: "quiet" }, ` ${count}`)],
    () => ontry(trying), { class: "chip", "aria-label": `look up ${trying}, ${count} times` }), " "];
  const alone = (group) => group.forms.length === 1 && group.forms[0][0] === group.trying;
  return [...new Set(groups.map((group) => group.why))].map((why) => {
    const own = groups.filter((group) => group.why === why);
    return element("p", { class: "near" }, element("span", { class: "quiet" }, `${why}: `), own.map((group) => [
      group.forms.map((pair) => formButton(pair, alone(group) ? group.trying : pair[0])),
      alone(group) ? null : [button(["try ", words(group.trying, { class: "pattern" })], () => ontry(group.trying), { class: "chip try" }), " "]]));
  });
}
