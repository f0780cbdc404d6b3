// A column of the reader's pane: one article with its marks, chosen from its outlet's, and what is selected in it.

function readerColumn(panel, { pane, outlet, onchoose, chooser }) {
  const { outlets } = panel.opening;
  const column = { outlet, article: null, propositions: {} };
  let opened = 0; // how often an article was asked for
  const body = element("div", { class: "article", tabindex: "0", role: "document", "aria-label": "article" });
  const head = element("p", { class: "head" });
  const turn = element("div", { class: "pager" });
  let told = null;
  let chosen = null;

  const like = element("input", { type: "search", placeholder: "title, date or file", "aria-label": "find an article",
    oninput: panel.later(200, () => list()) });
  like.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter") return;
    event.stopPropagation();
    const articles = await list();
    if (articles.length) await column.open({ article: articles[0].article });
  });
  const article = choice("article", [], null, (name) => name && column.open({ article: name }));
  const where = choice("outlet", outlets.map((one) => [one.outlet, shortened(one.name), one.name]), outlet, async (one) => {
    column.outlet = one;
    like.value = "";
    await column.start();
  });
  const list = async (keep) => {
    const answer = await panel.ask("articles", { outlet: column.outlet, like: like.value });
    if (!answer) return [];
    const { articles, total } = answer;
    like.hidden = total <= 15 && !like.value;
    const more = total > articles.length ? [["", `… ${total - articles.length} more: type above`]] : [];
    const listed = articles.map((one) => [one.article, [one.date, one.title].filter(Boolean).join(" · ")]);
    if (keep && !articles.some((one) => one.article === keep.article))
      listed.unshift([keep.article, [keep.date, keep.title].filter(Boolean).join(" · ")]);
    const here = keep?.article ?? column.article;
    const away = here && !listed.some(([name]) => name === here);
    if (away) listed.unshift(["", `${total} found: choose`]);
    article.fill([...listed, ...more], away ? "" : here ?? articles[0]?.article);
    return articles;
  };

  column.start = async () => {
    column.article = null;
    const before = opened;
    const articles = await list();
    if (articles.length && opened === before) await column.open({ article: articles[0].article });
  };
  column.refresh = () => column.article && column.open({ article: column.article, first: told.first, still: true });

  // open({article, start, end} | {article, at} | {article, first}): still keeps the place that was scrolled to.
  column.open = async ({ article: name, start, end, at, first, proposition, still = false }) => {
    opened += 1;
    const asked = { article: name, actor: pane.shown.actor, start, end, at: at ?? start, first };
    const answer = await panel.ask("article", asked);
    if (!answer) return;
    const top = body.scrollTop;
    if (answer.outlet !== column.outlet || answer.article !== article.menu.value) {
      column.outlet = answer.outlet;
      where.menu.value = answer.outlet;
      if (chooser) list(answer);
    }
    column.article = answer.article;
    column.propositions = answer.propositions;
    told = answer;
    pane.setFrames(answer.frames);
    draw();
    if (!still) column.onopened?.();
    if (proposition) column.choose(proposition);
    else if (chosen) column.choose(chosen, { scroll: false });
    const place = body.querySelector(proposition ? ".chosen" : ".found");
    if (still || !place) body.scrollTop = still ? top : 0;
    else scrollTo(place);
  };

  const draw = () => {
    refill(head, words(told.name, { class: "outlet" }), told.date && ` · ${told.date}`, " · ",
      words(told.title, { class: "title" }));
    turnTo();
    const begun = new Set();
    refill(body, told.paragraphs.map((paragraph) => drawn(paragraph, begun)));
    column.paint();
  };

  const turnTo = () => {
    const { first, last, of } = told;
    const long = last - first;
    refill(turn, of > long && [
      button("‹ earlier", () => column.open({ article: column.article, first: Math.max(0, first - long) }),
        { disabled: first === 0 }),
      element("span", { class: "quiet" }, `paragraphs ${first + 1} to ${last} of ${of}`),
      button("later ›", () => column.open({ article: column.article, first: last }), { disabled: last >= of }),
    ]);
  };

  const drawn = (paragraph, begun) => {
    const layersOf = (piece) => piece.marks.map((number) => told.marks[number].layer);
    const all = (layer) => paragraph.pieces.every((piece) => layersOf(piece).includes(layer) || !piece.text.trim());
    const kinds = [all("heading") && "heading", all("removed") && "removed"].filter(Boolean).join(" ");
    const parts = [];
    const pieceOf = (start, text, marks) =>
      element("span", { class: "piece", "data-start": start, "data-marks": marks.join(" ") }, text);
    let signs = null;
    paragraph.pieces.forEach((piece, place) => {
      // Signs stay on one line with the comma, full stop or closing quotation mark that follows them.
      const head = signs ? piece.text.match(/^[\p{Pe}\p{Pf}\p{Po}]+/u)?.[0] ?? "" : "";
      if (head) signs.append(pieceOf(piece.start, head, piece.marks));
      const rest = piece.text.slice(head.length);
      for (const number of piece.marks) {
        const mark = told.marks[number];
        if (mark.layer !== "voice" || begun.has(number)) continue;
        begun.add(number);
        const shape = mark.name === "actor" ? "▲" : "□";
        parts.push(element("span", { class: "sign plain of-voice", "aria-hidden": "true" }, shape));
      }
      if (rest) parts.push(pieceOf(piece.start + codePoints(head), rest, piece.marks));
      const next = new Set(paragraph.pieces[place + 1]?.marks ?? []);
      const ended = piece.marks.filter((number) => told.marks[number].layer === "motive" && !next.has(number));
      signs = ended.length ? element("span", { class: "signs" }, ended.map((number) => signButton(told.marks[number].name))) : null;
      if (signs) parts.push(signs);
    });
    return element("p", { dir: "auto", class: kinds }, parts);
  };

  const signButton = (id) => {
    const sign = column.propositions[id];
    if (!sign) return null;
    return button(signText(sign), () => onchoose(id, column),
      { class: `sign ${sign.state}`, "data-proposition": id, "aria-label": `proposition: ${sign.told}`,
        title: sign.told });
  };

  const focal = () => pane.shown.actor || panel.opening.actor;

  // Give every piece the look of the marks on it, as the boxes above say.
  column.paint = () => {
    const { layers, frames, hidden } = pane.shown;
    body.className = ["article", ...LAYERS.map(([layer]) => layers.has(layer) ? `with-${layer}` : `no-${layer}`)].join(" ");
    for (const piece of body.querySelectorAll(".piece")) {
      const marks = marksOn(piece).filter(({ layer, name }) =>
        layer === "found" || layer === "removed" || (layers.has(layer) && (layer !== "frame" || !hidden.has(name))));
      const looks = marks.map(({ layer, name }) => ({
        frame: () => frameClass(frames.indexOf(name)), actor: () => name === focal() ? "actor focal" : "actor", voice: () => `voice-${name}`,
        motive: () => ["motive", name === chosen && "chosen", column.propositions[name]?.state].filter(Boolean).join(" "),
      }[layer] ?? (() => layer))());
      piece.className = ["piece", ...looks].join(" ");
      const lines = marks.map((mark) => mark.layer === "motive" ? column.propositions[mark.name]?.told : mark.told);
      piece.title = [...new Set(lines.filter(Boolean))].join("\n");
    }
  };
  const marksOn = (piece) => piece.dataset.marks.split(" ").filter(Boolean).map((number) => told.marks[Number(number)]);

  column.choose = (id, { scroll = true } = {}) => {
    chosen = id;
    column.paint();
    for (const sign of body.querySelectorAll("[data-proposition]"))
      sign.toggleAttribute("aria-current", sign.dataset.proposition === id);
    const piece = body.querySelector(".chosen");
    if (scroll && piece && !isSeen(piece)) scrollTo(piece);
  };
  column.focus = (id) => body.querySelector(`[data-proposition="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  column.order = () => [...body.querySelectorAll("[data-proposition]")].map((sign) => sign.dataset.proposition);

  const isSeen = (node) => {
    const [inner, outer] = [node.getBoundingClientRect(), body.getBoundingClientRect()];
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  };
  const scrollTo = (node) => {
    if (node) body.scrollTop += node.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  };

  body.addEventListener("click", (event) => {
    const piece = event.target.closest(".piece");
    if (!piece || !pane.shown.layers.has("motive") || !document.getSelection().isCollapsed) return;
    const ids = marksOn(piece).filter((mark) => mark.layer === "motive").map((mark) => mark.name);
    if (ids.length === 1) onchoose(ids[0], column);
    else if (ids.length) onchoose(ids[ids.indexOf(chosen) + 1] ?? ids[0], column, ids);
  });

  column.selection = () => {
    const place = selectionIn(body);
    return place && { article: column.article, ...place };
  };
  column.node = element("article", { class: "column" },
    chooser && element("div", { class: "choosers" }, where, article, like), head, body, turn, memoOf(panel, column));
  return column;
}

const signText = (sign) => {
  const inner = `${sign.shape}${sign.sign}`;
  return sign.minimised ? `(${inner})` : inner;
};

// The stretch selected inside a node of pieces, in characters (code points, not the browser's UTF-16 units).
function selectionIn(node) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const pieces = [...node.querySelectorAll(".piece")].filter((piece) => range.intersectsNode(piece));
  if (!pieces.length) return null;
  const edge = (piece, container, offset, otherwise) => {
    const inside = piece.firstChild === container ? offset : container === piece ? (offset ? piece.textContent.length : 0)
      : otherwise;
    return Number(piece.dataset.start) + codePoints(piece.textContent.slice(0, inside));
  };
  const last = pieces[pieces.length - 1];
  const start = edge(pieces[0], range.startContainer, range.startOffset, 0);
  const end = edge(last, range.endContainer, range.endOffset, last.textContent.length);
  return start < end ? { start, end } : null;
}
