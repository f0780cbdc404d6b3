// The reader: articles side by side, and the card of the proposition that was chosen.

function reader_page(panel) {
  const pane = readerPane(panel, {
    columns: 2,
    onchoose: (id, column, several) => choose(id, column, several),
  });
  let last = null;
  const choose = (id, column, several) => {
    last = column;
    pane.choose(id);
    card.show(id, { several });
  };
  const card = propositionCard(panel, {
    pane,
    step: (by) => {
      const column = last ?? pane.columns[0];
      const order = column.order();
      const place = order.indexOf(card.chosen);
      const next = order[place < 0 ? (by > 0 ? 0 : order.length - 1) : place + by];
      if (next) { choose(next, column); column.focus(next); }
    },
  });
  panel.root.append(coderBar(panel), pane.node, card.node);
  panel.on("changed", () => pane.refresh());
  pane.start();
}
