// The frame workshop: a pattern is tried as it is typed; a button writes it into frames.yaml.

const NEW_FRAME = "\u0000new";

function workshop(panel) {
  const { pattern: given, file } = panel.opening;
  const trial = { pattern: given ?? "", form: null, fits: false };
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
  const refused = refusal(input);
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
  // What may be added is what was tried and not refused; what is being tried waits for its answer.
  const ready = () => { add.disabled = !trial.fits || !chosen(); };
  const tryOut = (pattern) => {
    trial.pattern = input.value = pattern;
    attempt();
    input.focus();
  };
  const typed = panel.later(150, () => attempt());
  input.addEventListener("input", () => { trial.pattern = input.value; trial.fits = false; ready(); typed(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && !event.isComposing) { event.preventDefault(); list.focus(); }
  });

  async function attempt() {
    trial.form = null;
    if (!trial.pattern.trim()) { panel.forget("try"); shown(null); return; }
    const answer = await panel.askLatest("try", { pattern: trial.pattern, frame: chosen() },
      (problem) => shown(null, problem));
    if (!answer) return;
    panel.say("");
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

  const shown = (answer, problem = "") => {
    trial.fits = Boolean(answer) && !answer.there;
    ready();
    refused.say(problem);
    sentence.close();
    if (!answer) panel.forget("catches");
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
      element("ul", { class: "term-list" }, own.terms.map((one, place) => element("li", {},
        button([words(one.term, { class: "pattern" }), element("span", { class: "quiet" }, ` ${one.hits}`)],
          () => tryOut(one.term), { class: "chip", "aria-label": `try ${one.term}, ${one.hits} hits` }),
        button("×", async () => written(await panel.ask("remove term", { term: one.term, frame: own.frame }), own.frame, place),
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
  // After an edit the button that was pressed may be gone: the focus goes to the term that took its place, or to the
  // field, never out of the widget.
  const written = async (answer, wanted, place = null) => {
    if (!answer) return;
    const pressed = document.activeElement;
    back.hidden = !answer.undo;
    back.title = answer.undo;
    await fill(wanted);
    await attempt();
    panel.say(answer.told);
    if (pressed.isConnected && !pressed.disabled && !pressed.hidden && panel.root.contains(document.activeElement)
      && document.activeElement !== panel.root) return;
    const rest = place === null ? [] : [...terms.querySelectorAll("button.take")];
    (rest[Math.min(place, rest.length - 1)] ?? input).focus({ preventScroll: true });
  };

  panel.root.append(
    element("div", { class: "bar" }, element("label", { class: "choice grow" }, element("span", {}, "pattern"), input),
      frame, name, add, back),
    refused.node,
    hint([["*", "any letters"], ["?", "one letter"], ["dual freeze", "words in a row"]]),
    terms, told, warnings, counts, findings, list.node, sentence.node);
  panel.on("frames", () => fill(frame.menu.value));
  fill(null).then(attempt);
}

const section = (title, ...inside) => element("section", {}, element("h4", {}, title), inside);
