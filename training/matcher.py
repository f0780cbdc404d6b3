"""Train the matcher: a small encoder that says which code of a codebook, told by its own words, a proposition fits.

    python training/matcher.py CODED EXAMPLES CODEBOOK ENCODER OUTPUT [--without FOLD] [--leave-out CODE,CODE]

A proposition (evidence, holder, its sentence and what stands before) and a code's text (label, definition, what it
includes, examples) go through the same encoder; their vectors' product over a temperature is the score. While
training, codes are described with changing parts of their text, and now and then a code is taken out of the codebook,
whose propositions are then `other`: so codes that it never saw can be matched. With ``--leave-out`` these codes are
never shown.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from layers import BFLOAT, numbers, prepare
from ruamel.yaml import YAML
from torch import nn
from torch.nn.functional import cross_entropy, normalize
from transformers import AutoModel

from analysis.motives.model.encoding import Encoder

FOLDS = 5
OTHER = "other"
DROPPED = 0.15


def read_propositions(coded: Path, groups: dict[str, int]) -> list[dict]:
    """Return the coded propositions, each with the words around it."""
    found = []
    for line in open(coded / "coded.jsonl", encoding="utf-8"):
        row = json.loads(line)
        text = (coded / "texts" / row["file"]).read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        for motive in row["motives"]:
            before = text[max(0, motive["sentence_start"] - 200) : motive["sentence_start"]]
            found.append(
                {
                    "file": row["file"],
                    "outlet": row["outlet"],
                    "group": groups[row["file"]],
                    "holder": motive["holder"],
                    "category": motive["category"],
                    "start": motive["start"],
                    "evidence": text[motive["start"] : motive["end"]],
                    "around": " ".join(before.split(" ")[1:]) + text[motive["sentence_start"] : motive["sentence_end"]],
                }
            )
    return found


def describe(entry: dict, chance: random.Random | None = None) -> str:
    """Return the text of a code; with ``chance`` a part of it, changing from time to time."""
    parts = [entry["label"] + ":", entry["definition"]]
    includes = list(entry.get("includes", ()))
    examples = list(entry.get("examples", ()))
    if chance:
        if chance.random() < 0.3:
            parts = [entry["definition"]]
        includes = chance.sample(includes, chance.randint(0, len(includes)))
        examples = chance.sample(examples, min(len(examples), chance.randint(0, 4)))
    return " ".join([*parts, *includes, *examples[:6]])


def read_codebook(path: Path) -> dict[str, dict]:
    """Return the entries of a codebook by code, with the examples at its end."""
    file = YAML(typ="safe", pure=True).load(path)
    codes = {}
    for code, entry in file["codes"].items():
        more = file.get("examples", {}).get(code, [])
        more = [line for line in more.splitlines() if line.strip()] if isinstance(more, str) else list(more)
        own = entry.get("examples", [])
        own = [line for line in own.splitlines() if line.strip()] if isinstance(own, str) else list(own)
        codes[code] = entry | {"examples": own + more}
    return codes


class Matcher(nn.Module):
    """The encoder with one projection for propositions and one for codes."""

    def __init__(self, encoder: str, width: int = 256) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, attention_probs_dropout_prob=0.0, add_pooling_layer=False)
        size = self.encoder.config.hidden_size
        self.proposition, self.code = nn.Linear(size, width), nn.Linear(size, width)
        with torch.no_grad():  # both begin as the same, so that likeness in the encoder counts from the start
            self.code.weight.copy_(self.proposition.weight)
            self.code.bias.copy_(self.proposition.bias)
        self.scale = nn.Parameter(torch.tensor(2.5))
        self.dropout = nn.Dropout(0.1)

    def pooled(self, words, mask):
        """Return the mean of the hidden states, from the vectors of words."""
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        return (hidden * weights).sum(1) / weights.sum(1)

    def propositions(self, ids, mask):
        return normalize(self.proposition(self.dropout(self.pooled(self._words(ids), mask))).float(), dim=-1)

    def codes(self, ids, mask):
        return normalize(self.code(self.dropout(self.pooled(self._words(ids), mask))).float(), dim=-1)

    def _words(self, ids):
        return self.encoder.embeddings.word_embeddings(ids)


def padded(ids: list[list[int]]):
    """Return ids and mask of texts of different lengths."""
    longest = max(map(len, ids))
    return (
        torch.tensor([one + [0] * (longest - len(one)) for one in ids]),
        torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in ids]),
    )


def train(asked: argparse.Namespace) -> None:
    """Train and save."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    chance = random.Random(0)
    groups = {}
    for line in open(asked.examples, encoding="utf-8"):
        row = json.loads(line)
        groups[row["file"]] = row["group"]
    groups = {json.loads(line)["file"]: -1 for line in open(asked.coded / "coded.jsonl")} | groups
    rows = read_propositions(asked.coded, groups)
    codes = read_codebook(asked.codebook)
    left_out = set(filter(None, asked.leave_out.split(",")))
    if asked.without is not None:
        rows = [row for row in rows if row["group"] % FOLDS != asked.without]
    rows = [row for row in rows if row["category"] not in left_out]
    names = [code for code in codes if code not in left_out]
    texts = Encoder(asked.encoder / "tokenizer.json")
    for row in rows:
        row["ids"] = texts.proposition(row["evidence"], row["holder"], row["around"])
    steps = asked.epochs * (len(rows) // asked.batch + 1)
    model = Matcher(str(asked.encoder))
    prepare(model, checkpoint=asked.begin, layers=asked.layers, frozen=asked.frozen)
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    fast = [*model.proposition.parameters(), *model.code.parameters(), model.scale]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": asked.rate}, {"params": fast, "lr": 1e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (0.06 * steps)) * max(0.0, 1 - step / steps) + 1e-3
    )
    asked.output.mkdir(parents=True, exist_ok=True)
    begun, state = 0, asked.output / "checkpoint.pt"
    if state.exists():
        saved = torch.load(state, weights_only=False)
        model.load_state_dict(saved["model"]), optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun = saved["epoch"] + 1
    print(f"{len(rows)} propositions, {len(names)} codes, {steps} steps", flush=True)
    started, done = time.time(), 0
    for epoch in range(begun, asked.epochs):
        model.train()
        chance.seed(epoch)
        chance.shuffle(rows)
        near = sorted(range(len(rows)), key=lambda i: (i // (asked.batch * 30), len(rows[i]["ids"])))
        whole = [near[i : i + asked.batch] for i in range(0, len(near), asked.batch)]
        chance.shuffle(whole)
        total = 0.0
        for number, places in enumerate(whole):
            batch = [rows[i] for i in places]
            shown = [n for n in names if n == OTHER or chance.random() > DROPPED] if chance.random() < 0.5 else names
            described = [texts.code(describe(codes[name], chance)) for name in shown]
            gold = [shown.index(r["category"]) if r["category"] in shown else shown.index(OTHER) for r in batch]
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BFLOAT):
                scores = model.propositions(*padded([r["ids"] for r in batch])) @ model.codes(*padded(described)).T
            loss = cross_entropy(scores * model.scale.exp(), torch.tensor(gold), label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step()
            total += loss.item()
            done += len(batch)
            if number % 50 == 49:
                print(
                    f"epoch {epoch} step {number} loss {total / 50:.4f} {done / (time.time() - started):.1f}/s",
                    flush=True,
                )
                total = 0.0
        kept = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save(kept | {"epoch": epoch}, state.with_suffix(".new"))
        state.with_suffix(".new").replace(state)
    torch.save({"model": model.state_dict(), "codes": names}, asked.output / "matcher.pt")


def main() -> int:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("coded", type=Path)
    parser.add_argument("examples", type=Path)
    parser.add_argument("codebook", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--without", type=int, help=f"leave out this fold of {FOLDS}")
    parser.add_argument("--leave-out", default="", help="codes never shown, with commas between")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--begin", type=Path, help="a checkpoint to begin from")
    parser.add_argument("--layers", type=numbers, default=(), help="the layers to keep, as 0,2,5; without it all")
    parser.add_argument("--frozen", type=int, default=0, help="layers that stay as they are, from the lowest on")
    train(parser.parse_args())
    return 0


if __name__ == "__main__":
    sys.exit(main())
