// The concordance: look up, sort, filter, turn the pages, open a sentence in the reader beneath.

const SORTS = [["", "place in the text"], ["node", "the word itself"],
  ...[1, 2, 3, 4, 5].map((far) => [`${far}L`, `${far}L · ${far} word${far > 1 ? "s" : ""} to the left`]),
  ...[1, 2, 3, 4, 5].map((far) => [`${far}R`, `${far}R · ${far} word${far > 1 ? "s" : ""} to the right`]),
  ["article", "article"], ["date", "date"]];
const WINDOWS = [["5", "5 words"], ["10", "10 words"], ["15", "15 words"], ["25", "25 words"], ["-1", "the whole sentence"]];

function concordance(panel) {
  const { outlets, actors, frames, node } = panel.opening;
  const query = { node: node ?? "", sort: ["", ""], window: "10", sample: "", since: "", until: "",
    outlets: new Set(outlets.map((one) => one.outlet)) };

  const input = element("input", { type: "search", value: query.node, placeholder: "sanction*, dual freeze, [Moscow]",
    "aria-label": "look up", spellcheck: "false", autocomplete: "off", class: "wide", maxlength: 300 });
  const actor = choice("actor", [["", "–"], ...actors.map((one) => [one, one])], "", (one) => {
    if (one) lookFor(`[${one}]`);
  });
  const frame = choice("frame", [], "", (one) => one && lookFor(`frame:${one}`));
  const frameTyped = () => query.node.match(/^\s*frame:\s*(.*?)\s*$/i)?.[1] ?? "";
  const fillFrames = (names) => frame.fill([["", "–"], ...names.map((one) => [one, one])], frameTyped());

  // The menus show what stands in the field, whoever wrote it there.
  const follow = () => {
    actor.menu.value = actors.find((one) => query.node.trim() === `[${one}]`) ?? "";
    frame.menu.value = [...frame.menu.options].some((one) => one.value === frameTyped()) ? frameTyped() : "";
  };
  const lookFor = (typed) => {
    query.node = input.value = typed;
    follow();
    look();
  };
  const typed = panel.later(350, () => look());
  input.addEventListener("input", () => {
    query.node = input.value;
    follow();
    typed();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") { typed.cancel(); look(); }
    if (event.key === "ArrowDown") { event.preventDefault(); list.focus(); }
  });

  const sorts = ["sort by", "then by"].map((label, place) => choice(label, SORTS, "", (key) => {
    query.sort[place] = key;
    look();
  }));
  const around = choice("around", WINDOWS, query.window, (size) => { query.window = size; look(); });
  const field = (label, attributes, hear) => {
    const box = element("input", { "aria-label": label, onchange: () => { hear(box.value); look(); }, ...attributes });
    return element("label", { class: "choice" }, element("span", {}, label), box);
  };
  const sample = field("a sample of", { type: "number", min: 1, step: 1, placeholder: "all", class: "short" },
    (size) => { query.sample = size; });
  const boxes = outlets.map((one) => checkbox(words(one.name), true, (on) => {
    on ? query.outlets.add(one.outlet) : query.outlets.delete(one.outlet);
    look();
  }));
  const days = [["from", "since"], ["to", "until"]].map(([label, name]) =>
    field(label, { type: "date" }, (day) => { query[name] = day; }));

  const told = element("p", { class: "count-line", "aria-live": "polite" });
  const counts = element("details", { class: "by", open: outlets.length <= 6, hidden: true }, element("summary", {}, "by outlet"));
  const near = element("div", { class: "nearby" });
  const keep = button("save these lines", async () => {
    const answer = await panel.ask("keep", asked());
    if (answer) panel.say(answer.told);
  }, { disabled: true, title: "write all of them as a csv into the study’s figures" });
  const list = contextList(panel, {
    onopen: (line) => sentence.open(line),
    onpage: (page) => look(page),
  });
  const sentence = sentencePane(panel);
  const refused = refusal(input);

  const asked = () => ({ node: query.node, sort: query.sort, window: Number(query.window),
    sample: Math.trunc(Number(query.sample)) || 0, since: query.since, until: query.until,
    outlets: [...query.outlets] });

  async function look(page = 0) {
    if (!query.node.trim()) { panel.forget("lines"); say(null); return; }
    const answer = await panel.askLatest("lines", { ...asked(), page }, (problem) => say(null, problem));
    if (!answer) return;
    panel.say("");
    const held = list.holdsFocus();
    say(answer);
    if (held) list.focus();
  }
  let read = "";
  const say = (answer, problem = "") => {
    refused.say(problem);
    // What was opened of another search is not to stand beneath this one as if it had been found.
    if (!answer?.lines.length || read !== answer.name) sentence.close();
    read = answer?.name ?? "";
    told.textContent = answer?.told ?? "";
    keep.disabled = !answer?.shown;
    counts.hidden = !answer?.hits;
    refill(near, answer?.near.length ? [element("p", {}, "Near by there is:"), nearBy(answer.near, (one) => lookFor(one))] : null);
    if (!answer) { list.clear(); return; }
    refill(counts, element("summary", {}, "by outlet"), outletCounts(answer.by));
    list.show(answer, { whole: query.window === "-1" });
  };

  panel.root.append(
    element("div", { class: "bar" }, element("label", { class: "choice grow" }, element("span", {}, "look up"), input),
      actor, frame),
    refused.node,
    hint([["sanction*", "any ending"], ["dual freeze", "words in a row"],
      ...(actors.length ? [[`[${actors[0]}]`, "an actor by all its names"], [`"${actors[0]}"`, "that word alone"]] : []),
      ...(frames.length ? [[`frame:${frames[0]}`, "a frame’s terms"]] : [])]),
    element("div", { class: "bar" }, sorts, around, sample),
    element("details", { class: "filter", open: outlets.length <= 4 }, element("summary", {}, "outlets and days"),
      element("div", { class: "bar" }, boxes, days)),
    element("div", { class: "bar" }, told, element("span", { class: "gap" }), keep),
    counts, near, list.node, sentence.node);
  panel.on("frames", async () => {
    const names = await panel.ask("frames");
    if (names) fillFrames(names);
    if (frameTyped()) look();
  });
  fillFrames(frames);
  follow();
  if (query.node) look();
}
