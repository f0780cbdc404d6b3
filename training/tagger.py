"""Train the reader: a small encoder that marks, per sentence and actor, the words that tell a motive of that actor.

    python training/tagger.py EXAMPLES ENCODER OUTPUT [--without FOLD] [--epochs N]

Begin, inside and outside per token, and over each marked span heads for category, kind, voice, negation and hedging.
The encoder's token types carry what is known of each token: plain, the actor, another actor, each in the sentence or
in the two sentences before it; a second table carries the voice that the rules hear. A checkpoint is written per
epoch, from which a stopped training goes on.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from layers import BFLOAT, numbers, prepare
from torch import nn
from torch.nn.functional import cross_entropy
from transformers import AutoConfig, AutoModel

from analysis.motives.model.encoding import BEGIN, INSIDE, KINDS, OUTSIDE, ROLES, VOICES, Encoder, Example

FOLDS = 5
UNSCORED = -100


def encode(row: dict, encoder: Encoder) -> dict:
    """Return an example as `analysis.motives.model.encoding` gives it to the networks."""
    spans = (row[name] for name in ("own", "others", "own_before", "others_before", "voices"))
    return vars(encoder.sentence(Example(row["text"], row["context"], *spans)))


def targets(row: dict, coded: dict) -> tuple[list[int], list[tuple]]:
    """Return a tag per token and the spans as (first, last, category, kind, voice, negated, hedged)."""
    tags = [OUTSIDE] * len(coded["offsets"])
    spans = []
    for motive in sorted(row["motives"], key=lambda m: m["start"]):
        inside = [i for i, (a, b) in enumerate(coded["offsets"]) if a < motive["end"] and b > motive["start"]]
        if inside:
            tags[inside[0] : inside[-1] + 1] = [INSIDE] * len(inside)
            tags[inside[0]] = BEGIN
            spans.append((inside[0] + coded["lead"], inside[-1] + coded["lead"] + 1, motive))
    around = [UNSCORED] * coded["lead"]
    return around + tags + [UNSCORED], spans


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, encoder: str, categories: int) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(encoder, attention_probs_dropout_prob=0.0)
        self.encoder = AutoModel.from_pretrained(
            encoder, config=config, attn_implementation="eager", add_pooling_layer=False
        )
        width = config.hidden_size
        embeddings = self.encoder.embeddings
        kinds = nn.Embedding(ROLES, width)
        kinds.weight.data = embeddings.token_type_embeddings.weight.data[:1].repeat(ROLES, 1)
        kinds.weight.data[1:] += 0.02 * torch.randn(ROLES - 1, width)
        embeddings.token_type_embeddings = kinds
        self.voices = nn.Embedding(len(VOICES), width)
        self.voices.weight.data.zero_()
        self.voices.weight.data[1:] = 0.02 * torch.randn(len(VOICES) - 1, width)
        self.tags = nn.Linear(width, 3)
        self.spans = nn.Linear(width, categories + len(KINDS) + len(VOICES) + 2 + 2)
        self.sizes = [categories, len(KINDS), len(VOICES), 2, 2]
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids, mask, roles, voices):
        return self.read(self.encoder.embeddings.word_embeddings(ids), mask, roles, voices)

    def read(self, words, mask, roles, voices):
        """Return the scores of tags and the hidden states, from the vectors of words."""
        words = words + self.voices(voices)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask, token_type_ids=roles).last_hidden_state
        return self.tags(self.dropout(hidden)), hidden


def collate(batch: list[dict]) -> dict:
    """Pad a batch of encoded examples."""
    longest = max(len(one["ids"]) for one in batch)

    def padded(key: str, fill: int) -> torch.Tensor:
        return torch.tensor([one[key] + [fill] * (longest - len(one[key])) for one in batch])

    found = {key: padded(key, 0) for key in ("ids", "roles", "voices")}
    found["mask"] = torch.tensor([[1] * len(one["ids"]) + [0] * (longest - len(one["ids"])) for one in batch])
    if "tags" in batch[0]:
        found["tags"] = padded("tags", UNSCORED)
    return found


def span_vectors(hidden, spans):
    """Return the mean of the tokens of each span (row, first, last)."""
    return torch.stack([hidden[row, first:last].mean(0) for row, first, last in spans])


def loss_of(model: Reader, batch: list[dict], categories: list[str]) -> torch.Tensor:
    """Return the loss of tags and, over coded spans, of the heads."""
    tensors = collate(batch)
    tags = tensors.pop("tags")
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BFLOAT):
        scores, hidden = model(**tensors)
        loss = cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=UNSCORED)
        spans = [(i, first, last, motive) for i, one in enumerate(batch) for first, last, motive in one["spans"]]
        if spans:
            vectors = span_vectors(hidden, [span[:3] for span in spans])
            heads = model.spans(model.dropout(vectors)).float().split(model.sizes, dim=1)
            motives = [span[3] for span in spans]
            gold = (
                [categories.index(m["category"]) for m in motives],
                [KINDS.index(m["kind"]) for m in motives],
                [VOICES.index(m["voice"]) for m in motives],
                [int(m["negated"]) for m in motives],
                [int(m["hedged"]) for m in motives],
            )
            weights = (0.1, 0.03, 0.12, 0.03, 0.05)  # category, kind, voice, negated, hedged
            losses = [w * cross_entropy(h, torch.tensor(g)) for w, h, g in zip(weights, heads, gold, strict=True)]
            loss = loss + sum(losses) * len(spans) / len(batch)
    return loss


def batches(examples: list[dict], size: int, chance: random.Random) -> list[list[dict]]:
    """Shuffle examples into batches of about the same length."""
    chance.shuffle(examples)
    chunk = size * 50
    found = []
    for i in range(0, len(examples), chunk):
        near = sorted(examples[i : i + chunk], key=lambda one: len(one["ids"]))
        found += [near[j : j + size] for j in range(0, len(near), size)]
    chance.shuffle(found)
    return found


def train(asked: argparse.Namespace) -> None:
    """Train, a checkpoint per epoch."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    chance = random.Random(0)
    rows = [json.loads(line) for line in open(asked.examples, encoding="utf-8")]
    if asked.without is not None:
        rows = [row for row in rows if row["group"] % FOLDS != asked.without]
    encoder = Encoder(asked.encoder / "tokenizer.json")
    categories = sorted({motive["category"] for row in rows for motive in row["motives"]})
    examples = []
    for row in rows:
        one = encode(row, encoder)
        one["tags"], one["spans"] = targets(row, one)
        examples += [one] * (1 if row["outlet"] == asked.once else 2)
    positive = [one for one in examples if one["spans"]]
    negative = [one for one in examples if not one["spans"]]
    each = len(positive) + int(asked.negatives * len(negative))
    steps = asked.epochs * (each // asked.batch + 1)
    model = Reader(str(asked.encoder), len(categories))
    prepare(model, checkpoint=asked.begin, layers=asked.layers, frozen=asked.frozen)
    slow = [
        p
        for name, p in model.named_parameters()
        if p.requires_grad and name.startswith("encoder") and "token_type" not in name
    ]
    slow_ids = set(map(id, slow))
    fast = [p for p in model.parameters() if p.requires_grad and id(p) not in slow_ids]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": asked.rate}, {"params": fast, "lr": 1e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (0.06 * steps)) * max(0.0, 1 - step / steps) + 1e-3
    )
    begun, state = 0, asked.output / "checkpoint.pt"
    asked.output.mkdir(parents=True, exist_ok=True)
    if state.exists():
        saved = torch.load(state, weights_only=False)
        model.load_state_dict(saved["model"]), optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun = saved["epoch"] + 1
    print(f"{len(positive)} with, {len(negative)} without a motive; {steps} steps", flush=True)
    started, done = time.time(), 0
    for epoch in range(begun, asked.epochs):
        model.train()
        chance.seed(epoch)
        chosen = positive + chance.sample(negative, int(asked.negatives * len(negative)))
        total = 0.0
        for number, batch in enumerate(batches(chosen, asked.batch, chance)):
            optimizer.zero_grad()
            loss = loss_of(model, batch, categories)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(), schedule.step()
            total += loss.item()
            done += len(batch)
            if number % 100 == 99:
                print(
                    f"epoch {epoch} step {number} loss {total / 100:.4f} {done / (time.time() - started):.1f}/s",
                    flush=True,
                )
                total = 0.0
        whole = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save(whole | {"epoch": epoch}, state.with_suffix(".new"))
        state.with_suffix(".new").replace(state)
    torch.save({"model": model.state_dict(), "categories": categories}, asked.output / "tagger.pt")


def main() -> int:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--without", type=int, help=f"leave out this fold of {FOLDS}")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--once", default="think tank", help="the outlet whose texts count once, all others twice")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--begin", type=Path, help="a checkpoint to begin from")
    parser.add_argument("--layers", type=numbers, default=(), help="the layers to keep, as 0,2,5; without it all")
    parser.add_argument("--frozen", type=int, default=0, help="layers that stay as they are, from the lowest on")
    parser.add_argument(
        "--negatives", type=float, default=0.4, help="share of the sentences without a motive, per epoch"
    )
    train(parser.parse_args())
    return 0


if __name__ == "__main__":
    sys.exit(main())
