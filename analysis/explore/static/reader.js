// The reader's pane: columns of articles with their marks. Any widget can hold one:
//   const pane = readerPane(panel, { columns: 1, onchoose: (proposition, column) => {...} });
//   panel.root.append(pane.node);  pane.open({ article, start, end });
// What it asks the kernel for is answered by analysis.explore.reader.reading(desk).

const LAYERS = [["frame", "frames"], ["actor", "actors"], ["voice", "voices"], ["motive", "motives"],
  ["removed", "what was taken out"]];
const UNDERLINES = ["solid", "double", "dotted", "dashed", "wavy"];
const MOST_COLUMNS = 4;

// readerPane(panel, options): options are columns (how many to begin with), onchoose(id, column) when a proposition is
// chosen, and chooser: false where the pane shows what it is given and nothing else.
function readerPane(panel, { columns = 1, onchoose = () => {}, chooser = true } = {}) {
  const { outlets, actor, actors } = panel.opening;
  const shown = { layers: new Set(["frame", "actor", "voice", "motive"]), hidden: new Set(), frames: [], actor };
  const strip = element("div", { class: "columns" });
  const pane = { node: null, columns: [], shown };

  const add = async (outlet) => {
    if (pane.columns.length >= MOST_COLUMNS) return null;
    const column = readerColumn(panel, { pane, outlet, onchoose, chooser });
    pane.columns.push(column);
    strip.append(column.node);
    counted();
    return column;
  };
  const remove = () => {
    pane.columns.pop().node.remove();
    counted();
  };
  const more = button("+ column", async () => {
    const column = await add(outlets[pane.columns.length % outlets.length].outlet);
    await column.start();
  }, { title: "one more article beside these" });
  const fewer = button("− column", remove, { title: "take the last column away" });
  const counted = () => {
    more.disabled = pane.columns.length >= MOST_COLUMNS;
    fewer.disabled = pane.columns.length < 2;
    strip.dataset.columns = pane.columns.length;
  };
  const repaint = () => pane.columns.forEach((column) => column.paint());

  const layers = LAYERS.map(([layer, label]) => checkbox(label, shown.layers.has(layer), (on) => {
    on ? shown.layers.add(layer) : shown.layers.delete(layer);
    repaint();
  }, { "data-layer": layer }));
  const whose = choice("motives of", [...actors.map((one) => [one, one]), ["", "all actors"]], actor, (one) => {
    shown.actor = one;
    pane.refresh();
  });
  const boxes = element("div", { class: "frames" });
  const legend = element("details", { class: "legend" }, element("summary", {}, "Key"),
    element("p", {},
      element("span", { class: "piece actor" }, "an actor"), " ",
      element("span", { class: "piece voice-actor" }, "▲ what the actor says"), " ",
      element("span", { class: "piece voice-other" }, "□ what another source says"), " ",
      element("span", { class: "piece motive" }, "a motive proposition"),
      element("span", { class: "sign plain" }, "■"), " in the outlet’s own voice, ",
      element("span", { class: "sign plain" }, "▲"), " the actor’s, ",
      element("span", { class: "sign plain" }, "□"), " another source’s; n by denial, ? hedged, ( ) minimised"),
    boxes);
  // The frames of the study, in the key; they change when somebody edits frames.yaml in the workshop.
  pane.setFrames = (frames) => {
    if (frames.join("\n") === shown.frames.join("\n")) return;
    shown.frames = frames;
    refill(boxes, frames.map((frame, number) =>
      checkbox(element("span", { class: `piece ${frameClass(number)}` }, words(frame)), !shown.hidden.has(frame), (on) => {
        on ? shown.hidden.delete(frame) : shown.hidden.add(frame);
        repaint();
      })));
  };
  pane.node = element("div", { class: "reader" },
    chooser && element("div", { class: "bar" }, layers, whose, element("span", { class: "gap" }), fewer, more),
    legend, strip);

  // open({article, start, end}) shows an article, in the column of its outlet where there is one, at that stretch;
  // open({article, at, proposition}) at a proposition. Gives the column.
  pane.open = async (place) => {
    const outlet = place.outlet;
    const column = pane.columns.find((one) => one.article === place.article)
      ?? pane.columns.find((one) => outlet && one.outlet === outlet) ?? pane.columns[0];
    await column.open(place);
    return column;
  };
  pane.refresh = () => Promise.all(pane.columns.map((column) => column.refresh()));
  pane.choose = (id) => pane.columns.forEach((column) => column.choose(id));
  pane.start = () => Promise.all(pane.columns.map((column) => column.start()));
  pane.selection = () => pane.columns.map((column) => column.selection()).find(Boolean) ?? null;

  pane.setFrames(panel.opening.frames);
  panel.on("frames", () => pane.refresh());
  panel.on("coder", () => pane.columns.forEach((column) => column.onopened?.()));
  for (let number = 0; number < Math.min(columns, outlets.length, MOST_COLUMNS); number += 1)
    add(outlets[number].outlet);
  return pane;
}

const frameClass = (number) => `frame tint-${number % 8} under-${UNDERLINES[number % UNDERLINES.length]}`;
