// The frame workshop: a pattern is tried as it is typed; a button writes it into frames.yaml.

const NEW_FRAME = "\u0000new";

function workshop(panel) {
  const { pattern: given, file } = panel.opening;
  const trial = { pattern: given ?? "", form: null };
  let frames = [];

  const input = element("input", { type: "search", value: trial.pattern, placeholder: "sanction*, dual freeze",
    "aria-label": "pattern", spellcheck: "false", autocomplete: "off", class: "wide", maxlength: 200 });
  const name = element("input", { type: "text", placeholder: "name of the new frame", "aria-label": "name of the new frame",
    hidden: true, maxlength: 200, oninput: () => ready() });
  const frame = choice("frame", [], null, () => { showTerms(); attempt(); });
  const add = button("add to frames.yaml", async () => {
    await written(await panel.ask("add term", { pattern: trial.pattern, frame: chosen() }), chosen());
  }, { class: "main", disabled: true, title: file });
  const back = button("undo", async () => written(await panel.ask("undo term"), chosen()), { hidden: true });
  const told = element("p", { class: "count-line", "aria-live": "polite" });
  const warnings = element("ul", { class: "warnings", "aria-label": "what speaks against it" });
  const counts = element("div", {});
  const catches = element("div", { class: "forms" });
  const overlaps = element("div", {});
  const misses = element("div", { class: "nearby" });
  const findings = element("div", { class: "findings", hidden: true },
    section("It catches", catches), section("It overlaps", overlaps), section("It misses near by", misses));
  const terms = element("details", { class: "terms", open: true });
  const sentence = sentencePane(panel);
  const list = contextList(panel, {
    onopen: (line) => sentence.open(line),
    onpage: (page) => lines(page),
  });

  const chosen = () => frame.menu.value === NEW_FRAME ? name.value.trim() : frame.menu.value;
  const ready = (there = false) => { add.disabled = there || !trial.pattern.trim() || !chosen(); };
  const tryOut = (pattern) => {
    trial.pattern = input.value = pattern;
    attempt();
    input.focus();
  };
  const typed = later(150, () => attempt());
  input.addEventListener("input", () => { trial.pattern = input.value; typed(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && !event.isComposing) { event.preventDefault(); list.focus(); }
  });

  async function attempt() {
    trial.form = null;
    ready();
    if (!trial.pattern.trim()) { shown(null); return; }
    const answer = await panel.askLatest("try", { pattern: trial.pattern, frame: chosen() });
    if (!answer) return;
    panel.say("");
    ready(answer.there);
    shown(answer);
    lines(0);
  }
  async function lines(page) {
    const asked = { pattern: trial.pattern, page, ...(trial.form === null ? {} : { form: trial.form }) };
    const answer = await panel.askLatest("catches", asked);
    if (!answer) return;
    const held = list.holdsFocus();
    list.show(answer);
    if (held) list.focus();
  }

  const shown = (answer) => {
    findings.hidden = !answer;
    told.textContent = answer?.told ?? "";
    refill(warnings, answer?.warnings.map((line) => element("li", {}, line)));
    refill(counts, answer && outletCounts(answer.by));
    if (!answer) { list.clear(); return; }
    refill(catches, answer.forms.length ? answer.forms.map(([form, count]) => [formButton(form, count), " "])
      : element("p", { class: "quiet" }, "nothing"), answer.more ? ` and ${answer.more} forms more` : null);
    refill(overlaps, answer.overlaps.length ? answer.overlaps.map(overlapLine)
      : element("p", { class: "quiet" }, "no term of any frame"));
    refill(misses, answer.near.length ? nearBy(answer.near, tryOut)
      : element("p", { class: "quiet" }, "nothing that is spelt like it"));
  };
  const formButton = (form, count) => {
    const made = button([words(form), element("span", { class: "quiet" }, ` ${count}`)], () => {
      trial.form = trial.form === form ? null : form;
      for (const other of catches.querySelectorAll("button"))
        other.setAttribute("aria-pressed", String(other === made && trial.form !== null));
      lines(0);
    }, { class: "chip", "aria-pressed": "false", "aria-label": `lines of ${form}, ${count} times` });
    return made;
  };
  const overlapLine = (one) => element("p", {}, element("span", { class: `piece ${frameClass(one.number)}` },
    words(one.frame)), " ", words(one.term, { class: "pattern" }), element("span", { class: "quiet" },
    ` on ${one.hits} hit${one.hits === 1 ? "" : "s"}`));

  const showTerms = () => {
    name.hidden = frame.menu.value !== NEW_FRAME;
    const own = frames.find((one) => one.frame === frame.menu.value);
    terms.hidden = !own;
    if (own) refill(terms, element("summary", {}, own.terms.length === 1 ? "the one term of " : `the ${own.terms.length} terms of `, words(own.frame)),
      own.note && element("p", { class: "quiet" }, words(own.note)),
      element("ul", { class: "term-list" }, own.terms.map((one) => element("li", {},
        button([words(one.term, { class: "pattern" }), element("span", { class: "quiet" }, ` ${one.hits}`)],
          () => tryOut(one.term), { class: "chip", "aria-label": `try ${one.term}, ${one.hits} hits` }),
        button("×", async () => written(await panel.ask("remove term", { term: one.term, frame: own.frame }), own.frame),
          { class: "take", "aria-label": `take ${one.term} out of frames.yaml`,
            title: "take it out of frames.yaml" })))));
    ready();
  };
  const fill = async (wanted) => {
    const answer = await panel.ask("terms");
    if (!answer) return;
    frames = answer;
    const options = [...frames.map((one) => [one.frame, one.frame]), [NEW_FRAME, "a new frame …"]];
    const kept = options.some(([key]) => key === wanted) ? wanted : frames[0].frame;
    frame.fill(options, kept);
    showTerms();
  };
  const written = async (answer, wanted) => {
    if (!answer) return;
    back.hidden = !answer.undo;
    back.title = answer.undo;
    await fill(wanted);
    await attempt();
    panel.say(answer.told);
  };

  panel.root.append(
    element("div", { class: "bar" }, element("label", { class: "choice grow" }, element("span", {}, "pattern"), input),
      frame, name, add, back),
    element("p", { class: "quiet hint" }, element("code", {}, "*"), " any letters · ", element("code", {}, "?"),
      " one letter · several words stand for that sequence"),
    terms, told, warnings, counts, findings, list.node, sentence.node);
  panel.on("frames", () => fill(frame.menu.value));
  fill(null).then(attempt);
}

const section = (title, ...inside) => element("section", {}, element("h4", {}, title), inside);
